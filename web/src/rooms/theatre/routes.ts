import { defineRoom } from '@/kit/room'

export default defineRoom({
  name: 'theatre',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  plain: [{ path: '/theatre', name: 'theatre', component: () => import('./theatre.vue'), meta: { open: true, title: 'theatre.title' } }],
})
