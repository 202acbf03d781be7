import { expect, test } from 'vitest'
import { shrunk } from './camera'

test.each([
  [4000, 3000, 1600, 1200],
  [3000, 4000, 1200, 1600],
  [800, 600, 800, 600],
  [16000, 1, 1600, 1],
])('a photo of %i × %i becomes %i × %i', (width, height, w, h) => expect(shrunk(width, height)).toEqual([w, h]))
