/** Neither kept nor sent: the phone has no room for it, or keeps nothing. What was typed must stay on the screen. */
export class NoRoom extends Error {
  override name = 'NoRoom'
}
