/** Links, archives and newer versions: parts of the contract that need no second process. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { strToU8, zipSync } from 'fflate'

/** A site on this machine whose pages a test can change; `/slow` never ends. */
export async function startSite() {
  const pages = new Map<string, string>()
  const server: Server = createServer((request, response) => {
    if (request.url === '/slow') {
      response.writeHead(200, { 'content-type': 'text/html' })
      response.write('<p>')
      return
    }
    const page = pages.get(request.url ?? '')
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html' })
    response.end(page && `<!doctype html><html><body><article>${page}</article></body></html>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    pages,
    link: (path: string) => `http://127.0.0.1:${port}${path}`,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

export const makeZip = (files: Record<string, string | Uint8Array>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
  )
