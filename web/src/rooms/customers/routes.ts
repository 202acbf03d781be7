import { defineRoom } from '@/kit/room'
import { words } from './words'

export default defineRoom({
  name: 'customers',
  words,
  phone: [
    { path: 'customers', name: 'customers', component: () => import('./customers.vue'), meta: { title: 'customers.title', tab: 'customers' } },
    {
      path: 'customers/new',
      name: 'new-customer',
      component: () => import('./new-customer.vue'),
      props: to => ({ name: to.query.name, next: to.query.next, again: to.query.again }),
      meta: { title: 'customers.new' },
    },
    { path: 'imports', name: 'imports', component: () => import('./imports/imports.vue'), meta: { title: 'customers.imports.title' } },
    { path: 'imports/:id', name: 'import', component: () => import('./imports/import.vue'), props: true, meta: { title: 'customers.imports.title' } },
    { path: 'pool/rules', name: 'pool-rules', component: () => import('./pool/pool-rules.vue'), meta: { title: 'customers.pool.rulesTitle' } },
    {
      path: 'pool/:view(leaving|moves)?',
      name: 'pool',
      component: () => import('./pool/pool.vue'),
      props: to => ({ view: to.params.view || 'list' }),
      meta: { title: 'customers.pool.title' },
    },
    {
      path: 'inventories',
      name: 'inventories',
      component: () => import('./inventories/inventories.vue'),
      meta: { title: 'customers.inventories.title' },
    },
    {
      path: 'inventories/:id',
      name: 'inventory',
      component: () => import('./inventories/inventory.vue'),
      props: true,
      meta: { title: 'customers.inventories.title' },
    },
    {
      path: 'joint-visits',
      name: 'joint-visits',
      component: () => import('./joint-visits/joint-visits.vue'),
      meta: { title: 'customers.joint-visits.title' },
    },
    {
      path: 'joint-visits/new',
      name: 'new-joint',
      component: () => import('./joint-visits/new-joint.vue'),
      props: to => ({ customer: to.query.customer }),
      meta: { title: 'customers.joint-visits.plan' },
    },
    {
      path: 'joint-visits/:id',
      name: 'joint-visit',
      component: () => import('./joint-visits/joint-visit.vue'),
      props: true,
      meta: { title: 'customers.joint-visits.title' },
    },
    {
      path: 'customers/:id/:tab(people|facts)?',
      name: 'customer',
      component: () => import('./customer.vue'),
      props: true,
      meta: { title: 'customers.detail' },
    },
  ],
  desk: [
    {
      path: 'inventories',
      name: 'desk-inventories',
      component: () => import('./inventories/inventories.vue'),
      meta: { title: 'customers.inventories.title', rail: { icon: 'target', order: 42 } },
    },
    {
      path: 'inventories/:id',
      name: 'desk-inventory',
      component: () => import('./inventories/inventory.vue'),
      props: true,
      meta: { title: 'customers.inventories.title' },
    },
    { path: 'assets', name: 'desk-assets', component: () => import('./archive/assets.vue'), meta: { title: 'customers.archive.asset.title' } },
    {
      path: 'customers',
      name: 'desk-customers',
      component: () => import('./archive/desk-customers.vue'),
      props: to => ({ id: to.query.id, tab: to.query.tab }),
      meta: { title: 'customers.title', rail: { icon: 'customer', order: 28 } },
    },
    {
      path: 'imports',
      name: 'desk-imports',
      component: () => import('./imports/imports.vue'),
      meta: { title: 'customers.imports.short', rail: { icon: 'upload', order: 29 } },
    },
    {
      path: 'imports/:id',
      name: 'desk-import',
      component: () => import('./imports/import.vue'),
      props: true,
      meta: { title: 'customers.imports.title' },
    },
    { path: 'pool-rules', name: 'desk-pool-rules', component: () => import('./pool/pool-rules.vue'), meta: { title: 'customers.pool.rulesTitle' } },
  ],
})
