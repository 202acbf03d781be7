import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const br = promisify(brotliCompress)
const gz = promisify(gzip)
const worth = /\.(js|css|html|svg|json|webmanifest)$/

/** Writes a.js.br and a.js.gz beside a.js, once at build, so that the server only sends files. */
export function precompress(): Plugin {
  let dir = ''
  return {
    name: 'vesper:precompress',
    apply: 'build',
    enforce: 'post',
    configResolved: config => {
      dir = config.build.outDir.startsWith('/') ? config.build.outDir : join(config.root, config.build.outDir)
    },
    // After the service worker has been written, which is in closeBundle too.
    closeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const files = (await readdir(dir, { recursive: true })).filter(file => worth.test(file)).map(file => join(dir, file))
        await Promise.all(files.map(compress))
      },
    },
  }
}

async function compress(file: string) {
  const bytes = await readFile(file)
  if (bytes.length < 512) return
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  await Promise.all([
    br(bytes, { params }).then(out => writeFile(`${file}.br`, out)),
    gz(bytes, { level: 9 }).then(out => writeFile(`${file}.gz`, out)),
  ])
}
