import { defineRoom } from '@/kit/room'
import { addWords } from '@/kit/text'

const words = { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') }

export default defineRoom({
  name: 'teams',
  words,
  // It stands on pages of other rooms too, so it brings its words.
  bars: [() => addWords('teams', words).then(() => import('./waiting-bar.vue'))],
  plain: [
    { path: '/sign-in', name: 'sign-in', component: () => import('./sign-in.vue'), meta: { open: true, title: 'teams.signIn' } },
    { path: '/setup', name: 'setup', component: () => import('./setup.vue'), meta: { open: true, title: 'teams.setup' } },
    { path: '/founded', name: 'founded', component: () => import('./founded.vue'), meta: { title: 'teams.members' } },
    { path: '/join/:code', name: 'join', component: () => import('./join.vue'), props: true, meta: { open: true, title: 'teams.joinTeam' } },
    {
      path: '/welcome/:code',
      name: 'welcome',
      component: () => import('./welcome.vue'),
      props: true,
      meta: { open: true, title: 'teams.welcomeTitle' },
    },
  ],
  phone: [
    { path: 'me', name: 'me', component: () => import('./me.vue'), meta: { title: 'teams.me' } },
    { path: 'me/location', name: 'my-location', component: () => import('./my-location.vue'), meta: { title: 'teams.privacy' } },
    { path: 'me/data', name: 'my-data', component: () => import('./my-data.vue'), meta: { title: 'teams.myData' } },
    { path: 'me/deletion', name: 'delete-me', component: () => import('./delete-me.vue'), meta: { title: 'teams.erase.title' } },
    { path: 'settings', name: 'settings', component: () => import('./settings.vue'), meta: { title: 'teams.numbers.title' } },
    { path: 'looks/:visit', name: 'look-at-point', component: () => import('./look-at-point.vue'), props: true, meta: { title: 'teams.lookTitle' } },
    { path: 'members', name: 'members', component: () => import('./members.vue'), meta: { title: 'teams.members' } },
  ],
  desk: [
    {
      path: 'team',
      name: 'desk-team',
      component: () => import('./desk-team.vue'),
      meta: { title: 'teams.deskTitle', rail: { icon: 'team', order: 30 } },
    },
    { path: 'settings', name: 'desk-settings', component: () => import('./settings.vue'), meta: { title: 'teams.numbers.title' } },
    { path: 'me/location', name: 'desk-my-location', component: () => import('./my-location.vue'), meta: { title: 'teams.privacy' } },
    { path: 'me/data', name: 'desk-my-data', component: () => import('./my-data.vue'), meta: { title: 'teams.myData' } },
    { path: 'jobs', name: 'desk-jobs', component: () => import('./desk-jobs.vue'), meta: { title: 'teams.jobs.title' } },
    { path: 'me/deletion', name: 'desk-delete-me', component: () => import('./delete-me.vue'), meta: { title: 'teams.erase.title' } },
    { path: 'me', name: 'desk-me', component: () => import('./desk-me.vue'), meta: { title: 'teams.me', rail: { icon: 'me', order: 100 } } },
  ],
})
