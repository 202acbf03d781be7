import { useRoute } from 'vue-router'

/** The same pages stand in both shells; a link stays in the one it is in. */
export function usePaths() {
  const route = useRoute()
  const desk = () => route.path.startsWith('/desk')
  return {
    deal: (id: string) => `${desk() ? '/desk' : ''}/deals/${id}`,
    customer: (id: string) => (desk() ? `/desk/customers?id=${id}&tab=deals` : `/customers/${id}/deals`),
    customers: () => `${desk() ? '/desk' : ''}/customers`,
    products: () => `${desk() ? '/desk' : ''}/products`,
  }
}
