import { defineRoom } from '@/kit/room'

export default defineRoom({
  name: 'journals',
  words: { 'zh-CN': () => import('./zh-CN'), en: () => import('./en') },
  phone: [
    {
      path: 'journal',
      name: 'journal',
      component: () => import('./journal.vue'),
      props: to => ({ on: to.query.day }),
      meta: { title: 'journals.title' },
    },
    { path: 'journals', name: 'journals', component: () => import('./journals.vue'), meta: { title: 'journals.all' } },
    { path: 'journals/:id', name: 'journal-read', component: () => import('./journal-read.vue'), props: true, meta: { title: 'journals.title' } },
    { path: 'reviews', name: 'reviews', component: () => import('./reviews.vue'), meta: { title: 'journals.review.all' } },
    {
      path: 'reviews/new',
      name: 'new-review',
      component: () => import('./review-write.vue'),
      props: to => ({ customer: to.query.customer, deal: to.query.deal, visit: to.query.visit }),
      meta: { title: 'journals.review.title' },
    },
    { path: 'reviews/:id', name: 'review', component: () => import('./review-read.vue'), props: true, meta: { title: 'journals.review.title' } },
  ],
  desk: [
    {
      path: 'journals/template',
      name: 'desk-journal-template',
      component: () => import('./desk-journal-template.vue'),
      meta: { title: 'journals.template' },
    },
    {
      path: 'journals',
      name: 'desk-journals',
      component: () => import('./desk-journals.vue'),
      props: to => ({ id: to.query.id }),
      meta: { title: 'journals.all', rail: { icon: 'edit', order: 25 } },
    },
  ],
})
