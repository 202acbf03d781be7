import { defineRoom } from '@/kit/room'

export default defineRoom({
  name: 'evenings',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  phone: [
    { path: 'evening', name: 'evening', component: () => import('./evening.vue'), meta: { title: 'evenings.title', tab: 'evening' } },
    { path: 'evening/:id', name: 'evening-room', component: () => import('./evening-room.vue'), props: true, meta: { title: 'evenings.title' } },
    {
      path: 'evening/:id/minutes',
      name: 'evening-minutes',
      component: () => import('./evening-minutes.vue'),
      props: true,
      meta: { title: 'evenings.minutes' },
    },
  ],
  desk: [
    {
      path: 'evenings/:id?',
      name: 'desk-evenings',
      component: () => import('./desk-evenings.vue'),
      props: true,
      meta: { title: 'evenings.deskTitle', rail: { icon: 'evening', order: 20 } },
    },
  ],
  stage: [{ path: ':id', name: 'stage', component: () => import('./stage-evening.vue'), props: true, meta: { title: 'evenings.title' } }],
})
