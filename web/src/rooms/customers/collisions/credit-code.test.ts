import { expect, test } from 'vitest'
import { creditCode, isCreditCode } from './credit-code'

test.each([
  ['914403001922038216', true],
  [' 9144 0300 1922 0382 16 ', true],
  ['９１４４０３００１９２２０３８２１６', true],
  ['914403001922038217', false],
  ['914403001922083216', false],
  ['91440300192203821', false],
  ['', false],
])('%s: %s', (typed, valid) => expect(isCreditCode(creditCode(typed))).toBe(valid))
