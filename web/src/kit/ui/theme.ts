import { ref, watch } from 'vue'

export type Theme = 'system' | 'light' | 'dark'
export const themes: Theme[] = ['system', 'light', 'dark']

const key = 'vesper.theme'
const stored = localStorage.getItem(key) as Theme | null

/** Kept in this browser; 'system' follows the phone. */
export const theme = ref<Theme>(stored && themes.includes(stored) ? stored : 'system')

watch(
  theme,
  to => {
    const root = document.documentElement
    if (to === 'system') delete root.dataset.theme
    else root.dataset.theme = to
    localStorage.setItem(key, to)
    requestAnimationFrame(() =>
      document.querySelector('meta[name=theme-color]')?.setAttribute('content', getComputedStyle(root).getPropertyValue('--ground').trim()),
    )
  },
  { immediate: true },
)
