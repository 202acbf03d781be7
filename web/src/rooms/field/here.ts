import { useRoute } from 'vue-router'

/** The same page on phone and desk leads on where it stands. */
export function useHere() {
  const desk = useRoute().path.startsWith('/desk')
  return { desk, here: (name: string) => (desk ? `desk-${name}` : name), team: desk ? '/desk/missions' : '/team' }
}
