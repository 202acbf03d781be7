import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ComponentResolver } from 'unplugin-vue-components/types'

const ui = fileURLToPath(new URL('../src/kit/ui/', import.meta.url))
const kebab = (name: string) => name.replace(/(?<!^)([A-Z])/g, '-$1').toLowerCase()

/** `<v-page-header>` is `kit/ui/page-header.vue`: the kit's components need no import. */
export const kitUi: ComponentResolver = {
  type: 'component',
  resolve: name => {
    if (!/^V[A-Z]/.test(name)) return
    const file = `${ui}${kebab(name.slice(1))}.vue`
    return existsSync(file) ? { from: file, name: 'default' } : undefined
  },
}
