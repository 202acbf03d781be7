// The kit's components need no import (build/kit-ui.ts); here the type checker learns their tags. A test keeps it complete.
export {}

declare module 'vue' {
  interface GlobalComponents {
    VAvatar: typeof import('./avatar.vue')['default']
    VBell: typeof import('./bell.vue')['default']
    VButton: typeof import('./button.vue')['default']
    VCard: typeof import('./card.vue')['default']
    VChip: typeof import('./chip.vue')['default']
    VChoice: typeof import('./choice.vue')['default']
    VEmptyState: typeof import('./empty-state.vue')['default']
    VErrorState: typeof import('./error-state.vue')['default']
    VField: typeof import('./field.vue')['default']
    VIcon: typeof import('./icon.vue')['default']
    VNoticeBar: typeof import('./notice-bar.vue')['default']
    VNumber: typeof import('./number.vue')['default']
    VPageHeader: typeof import('./page-header.vue')['default']
    VQrCode: typeof import('./qr-code.vue')['default']
    VQueryView: typeof import('./query-view.vue')['default']
    VRingTimer: typeof import('./ring-timer.vue')['default']
    VSection: typeof import('./section.vue')['default']
    VSheet: typeof import('./sheet.vue')['default']
    VSkeleton: typeof import('./skeleton.vue')['default']
    VTag: typeof import('./tag.vue')['default']
    VTimeAgo: typeof import('./time-ago.vue')['default']
  }
}
