import { defineRoom } from '@/kit/room'

export default defineRoom({
  name: 'notices',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  phone: [
    { path: 'notices', name: 'notices', component: () => import('./notices.vue'), meta: { title: 'notices.title' } },
    { path: 'notices/settings', name: 'notice-settings', component: () => import('./notice-settings.vue'), meta: { title: 'notices.settings' } },
  ],
  desk: [{ path: 'notices', name: 'desk-notices', component: () => import('./desk-notices.vue'), meta: { title: 'notices.title' } }],
})
