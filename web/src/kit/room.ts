import type { Component } from 'vue'
import type { RouteRecordRaw } from 'vue-router'
import type { Words } from '@/kit/text'
import type { IconName } from '@/kit/ui/icons'

/** What a room brings to the app: its words and its pages in each shell. Components are lazy: `() => import('./page.vue')`. */
export type Room = {
  /** As in the folder's name; its words are called `<name>.<word>`. */
  name: string
  words: Words
  /** Children of `/`, with the tab bar. */
  phone?: RouteRecordRaw[]
  /** Lines above every page of the phone, for what cannot wait. Each decides by itself whether there is one. */
  bars?: (() => Promise<{ default: Component }>)[]
  /** The same above every page of the desk. */
  deskBars?: (() => Promise<{ default: Component }>)[]
  /** Children of `/desk`. Files are called desk-*.vue, so that the phone does not carry them. */
  desk?: RouteRecordRaw[]
  /** Children of `/stage`. Files are called stage-*.vue. */
  stage?: RouteRecordRaw[]
  /** Pages of their own, without a shell. */
  plain?: RouteRecordRaw[]
}

export const defineRoom = (room: Room) => room

declare module 'vue-router' {
  interface RouteMeta {
    /** A word for the document's title. */
    title?: string
    /** Anyone may open it, also signed out. */
    open?: boolean
    /** Phone: the tab that is lit. Without one (a page within a page) the tab bar is hidden. */
    tab?: 'today' | 'team' | 'customers' | 'evening'
    /** Desk: its place in the left rail. */
    rail?: { icon: IconName; order: number }
    room?: string
  }
}
