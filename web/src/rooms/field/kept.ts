/** What this phone still knows without a network: the last answer to a question, for the member who asked it. */
const key = (member: string, name: string) => `vesper.field.${member}.${name}`

export function keep<T>(member: string, name: string, answer: T): T {
  try {
    localStorage.setItem(key(member, name), JSON.stringify(answer))
  } catch {
    // A full store costs us the memory, never the answer.
  }
  return answer
}

export function recall<T>(member: string, name: string): T | undefined {
  try {
    return JSON.parse(localStorage.getItem(key(member, name)) ?? 'null') ?? undefined
  } catch {
    return undefined
  }
}
