import { fileURLToPath } from 'node:url'
import { VantResolver } from '@vant/auto-import-resolver'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import components from 'unplugin-vue-components/vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { budget } from './build/budget.ts'
import { kitUi } from './build/kit-ui.ts'
import { precompress } from './build/precompress.ts'
import { vantWithoutFont } from './build/vant-without-font.ts'
import { words } from './build/words.ts'

const api = process.env.VESPER_API ?? 'http://127.0.0.1:5080'

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_OPTIONS_API__: true, // Vant and Element Plus still read it
    __VUE_PROD_DEVTOOLS__: false,
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
    __INTLIFY_DROP_MESSAGE_COMPILER__: true, // words are compiled at build time: nothing is evaluated in the page
  },
  plugins: [
    words(),
    vantWithoutFont(),
    vue(),
    components({ dirs: [], dts: false, resolvers: [kitUi, VantResolver(), ElementPlusResolver({ importStyle: 'css' })] }),
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      manifest: {
        id: '/',
        name: 'Vesper 晚分享',
        short_name: '晚分享',
        description: '地销团队的一天：签到、日志、晚分享。',
        lang: 'zh-CN',
        start_url: '/',
        display: 'standalone',
        background_color: '#faf7f2',
        theme_color: '#faf7f2',
        icons: [
          { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        importScripts: ['/push.js'],
        globPatterns: ['**/*.{js,css,html,svg,webmanifest}'],
        globIgnores: ['**/desk-*', '**/stage-*'], // a phone does not carry the desk
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/(api|openapi|health)\//],
        runtimeCaching: [{ urlPattern: /\/assets\//, handler: 'CacheFirst', options: { cacheName: 'assets', expiration: { maxEntries: 200 } } }],
      },
    }),
    budget({ firstPaint: 140, firstPaintAll: 180, desk: 380 }),
    precompress(),
  ],
  build: {
    outDir: '../src/Vesper/wwwroot',
    emptyOutDir: true,
    manifest: false,
    target: 'es2022',
    chunkSizeWarningLimit: 900,
    reportCompressedSize: false,
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: api }, '/openapi': { target: api }, '/health': { target: api } } },
  test: { environment: 'happy-dom', include: ['{src,build,scripts}/**/*.test.{ts,mjs}'] },
})
