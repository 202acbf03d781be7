import './kit/ui/tokens.css'
import './kit/ui/base.css'
import './kit/ui/theme'
import { VueQueryPlugin } from '@tanstack/vue-query'
import { createApp } from 'vue'
import App from './app/app.vue'
import { keepUp } from './app/keep-up'
import { router } from './app/router'
import { queries } from './kit/api'
import { i18n, startLocale } from './kit/text'

// Words first: nothing is painted before it can be read.
await startLocale().catch(() => {}) // offline and English not kept yet: Chinese is always here
createApp(App).use(i18n).use(VueQueryPlugin, { queryClient: queries }).use(router).mount('#app')
keepUp()
