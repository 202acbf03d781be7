import { createRouter, createWebHistory, type RouteLocationNormalized, type RouteRecordRaw } from 'vue-router'
import { loadMe } from '@/kit/api'
import type { Room } from '@/kit/room'
import { addWords } from '@/kit/text'
import { rooms } from './rooms'

type Shell = 'phone' | 'desk' | 'stage' | 'plain'
const of = (shell: Shell): RouteRecordRaw[] =>
  rooms.flatMap(room => (room[shell] ?? []).map(page => ({ ...page, meta: { ...page.meta, room: room.name } }) as RouteRecordRaw))

/** The desk opens with the first page of its rail. */
const firstOnRail = () => of('desk').sort((a, b) => (a.meta?.rail?.order ?? 99) - (b.meta?.rail?.order ?? 99))[0]

const routes: RouteRecordRaw[] = [
  ...of('plain'),
  { path: '/', component: () => import('./phone/phone-shell.vue'), children: of('phone') },
  {
    path: '/desk',
    component: () => import('./desk/desk-shell.vue'),
    children: [...of('desk'), { path: '', redirect: () => ({ name: firstOnRail()?.name }) }],
  },
  { path: '/stage', component: () => import('./stage/stage-shell.vue'), children: of('stage') },
  { path: '/:rest(.*)*', name: 'not-found', component: () => import('./not-found.vue'), meta: { open: true, title: 'app.notFound' } },
]

export const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? undefined : { top: 0 }),
})

const app: Room = { name: 'app', words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') } }
const words = (to: RouteLocationNormalized) => {
  const needed = new Set(to.matched.map(record => record.meta.room))
  // The desk's rail names the pages of every room.
  const onDesk = to.matched[0]?.path === '/desk'
  return Promise.all([app, ...rooms.filter(room => needed.has(room.name) || (onDesk && room.desk))].map(room => addWords(room.name, room.words)))
}

const pending = new WeakMap<RouteLocationNormalized, Promise<unknown>>()

router.beforeEach(async to => {
  // Words travel beside the page's own code and are awaited together with it.
  const loading = words(to)
  loading.catch(() => {})
  pending.set(to, loading)
  if (to.meta.open) return
  // Nobody answers and nobody is remembered: the sign-in says so when it is tried.
  const me = await loadMe().catch(() => undefined)
  if (!me) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath }, replace: true }
})

router.beforeResolve(async to => {
  await (pending.get(to) ?? words(to))
})
