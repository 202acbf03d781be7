import type { Plugin } from 'vite'

/** Vant's icon font is fetched from elsewhere and weighs more than the rest of the shell; our icons are SVG. */
export function vantWithoutFont(): Plugin {
  return {
    name: 'vesper:vant-without-font',
    enforce: 'pre',
    transform(_, id) {
      if (!/vant\/.*icon\/index\.css/.test(id)) return
      return {
        code: '.van-icon{position:relative;display:inline-block;font-size:inherit}.van-icon__image{display:block;width:1em;height:1em;object-fit:contain}',
        map: null,
      }
    },
  }
}
