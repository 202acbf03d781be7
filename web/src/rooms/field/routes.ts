import { defineRoom } from '@/kit/room'
import { addWords } from '@/kit/text'
import { words } from './words'

// It stands on pages of other rooms too, so it brings its words.
const helpBar = () => addWords('field', words).then(() => import('./help-bar.vue'))

export default defineRoom({
  name: 'field',
  words,
  bars: [helpBar],
  deskBars: [helpBar],
  phone: [
    { path: '', name: 'today', component: () => import('./today.vue'), meta: { title: 'field.today', tab: 'today' } },
    { path: 'team', name: 'team', component: () => import('./team.vue'), meta: { title: 'field.team', tab: 'team' } },
    {
      path: 'check-in',
      name: 'check-in',
      component: () => import('./check-in.vue'),
      props: to => ({ customer: to.query.customer, again: to.query.again }),
      meta: { title: 'field.checkInPage' },
    },
    { path: 'visits/:id', name: 'visit', component: () => import('./visit.vue'), props: true, meta: { title: 'field.outcome' } },
    {
      path: 'team/search',
      name: 'feed-search',
      component: () => import('./feed-search.vue'),
      props: { back: '/team' },
      meta: { title: 'field.find.title' },
    },
    {
      path: 'team/evidence',
      name: 'visit-evidence',
      component: () => import('./seen/day.vue'),
      props: to => ({ day: to.query.day }),
      meta: { title: 'field.seen.title' },
    },
    { path: 'feed/:id', name: 'feed-item', component: () => import('./feed-item.vue'), props: true, meta: { title: 'field.oneLine' } },
    { path: 'help-calls/:id', name: 'help-call', component: () => import('./help-call.vue'), props: true, meta: { title: 'field.helpNow' } },
    { path: 'plan', name: 'plan', component: () => import('./plan.vue'), props: to => ({ asked: to.query.day }), meta: { title: 'field.plan' } },
    {
      path: 'call',
      name: 'call',
      component: () => import('./call.vue'),
      props: to => ({ customer: to.query.customer, contact: to.query.contact, again: to.query.again }),
      meta: { title: 'field.call.one' },
    },
    {
      path: 'appointment',
      name: 'appointment',
      component: () => import('./appointment.vue'),
      props: to => ({ customer: to.query.customer, contact: to.query.contact, planned: to.query.planned, day: to.query.day }),
      meta: { title: 'field.appointment.one' },
    },
    { path: 'missions', name: 'missions', component: () => import('./missions.vue'), meta: { title: 'field.mission.all' } },
    { path: 'missions/new', name: 'new-mission', component: () => import('./mission-plan.vue'), meta: { title: 'field.mission.plan' } },
    { path: 'missions/:id', name: 'mission', component: () => import('./mission.vue'), props: true, meta: { title: 'field.mission.title' } },
    {
      path: 'missions/:id/plan',
      name: 'mission-plan',
      component: () => import('./mission-plan.vue'),
      props: true,
      meta: { title: 'field.mission.edit' },
    },
  ],
  desk: [
    {
      path: 'feed',
      name: 'desk-feed',
      component: () => import('./desk-feed.vue'),
      meta: { title: 'field.deskFeed', rail: { icon: 'chat', order: 25 } },
    },
    {
      path: 'feed/search',
      name: 'desk-feed-search',
      component: () => import('./feed-search.vue'),
      props: { back: '/desk/feed' },
      meta: { title: 'field.find.title' },
    },
    {
      path: 'feed/evidence',
      name: 'desk-visit-evidence',
      component: () => import('./seen/day.vue'),
      props: to => ({ day: to.query.day }),
      meta: { title: 'field.seen.title' },
    },
    { path: 'feed/:id', name: 'desk-feed-item', component: () => import('./feed-item.vue'), props: true, meta: { title: 'field.oneLine' } },
    { path: 'missions', name: 'desk-missions', component: () => import('./missions.vue'), meta: { title: 'field.mission.all' } },
    { path: 'missions/new', name: 'desk-new-mission', component: () => import('./mission-plan.vue'), meta: { title: 'field.mission.plan' } },
    { path: 'missions/:id', name: 'desk-mission', component: () => import('./mission.vue'), props: true, meta: { title: 'field.mission.title' } },
    {
      path: 'missions/:id/plan',
      name: 'desk-mission-plan',
      component: () => import('./mission-plan.vue'),
      props: true,
      meta: { title: 'field.mission.edit' },
    },
    { path: 'help-calls/:id', name: 'desk-help-call', component: () => import('./help-call.vue'), props: true, meta: { title: 'field.helpNow' } },
  ],
})
