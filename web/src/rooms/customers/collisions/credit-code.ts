const letters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 统一社会信用代码 as it is kept: no spaces, no width, capitals. */
export const creditCode = (typed: string) => typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()

/** Its last character checks the others, so a slip of the finger is seen before it is sent. */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18 || [...code].some(letter => !letters.includes(letter))) return false
  let [sum, weight] = [0, 1]
  for (const letter of code.slice(0, 17)) {
    sum += letters.indexOf(letter) * weight
    weight = (weight * 3) % 31
  }
  return letters[(31 - (sum % 31)) % 31] === code[17]
}
