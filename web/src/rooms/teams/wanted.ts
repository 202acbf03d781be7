/** Where somebody wanted to go before signing in: only a path of our own, or the way in could lead elsewhere. */
export function wanted(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/'
}
