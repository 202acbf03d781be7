/** One message of a text/event-stream. */
export type Message = { id?: string; event: string; data: string }

/**
 * Cuts a text/event-stream into messages. Not the browser's EventSource: that hands out named events only to those who
 * know every name beforehand, and hides the status, so a lost session would look like a bad network.
 */
export function messages(take: (message: Message) => void): (chunk: string) => void {
  let rest = ''
  let message: Partial<Message> = {}
  const line = (text: string) => {
    if (text === '') {
      if (message.data !== undefined) take({ event: 'message', ...message, data: message.data })
      message = {}
      return
    }
    const colon = text.indexOf(':')
    if (colon === 0) return
    const field = colon < 0 ? text : text.slice(0, colon)
    const value = colon < 0 ? '' : text.slice(colon + 1).replace(/^ /, '')
    if (field === 'data') message.data = message.data === undefined ? value : `${message.data}\n${value}`
    else if (field === 'event') message.event = value
    else if (field === 'id') message.id = value
  }
  return chunk => {
    const lines = (rest + chunk).split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const text of lines) line(text)
  }
}
