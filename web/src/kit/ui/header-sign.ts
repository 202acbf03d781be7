import type { Component, InjectionKey } from 'vue'

/** What the shell shows at the end of an inner page's header: pages need not know of it. */
export const headerSign: InjectionKey<Component> = Symbol('header sign')
