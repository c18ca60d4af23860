import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fetchLink, type LinkOptions } from '../../lib/documents/fetch-link'
import { isPublicAddress } from '../../lib/documents/public-address'
import { AppError } from '../../lib/errors'

const report = `<html><head><title>Talks in Oslo</title></head><body><article><h1>Talks in Oslo</h1>
<p>The minister met the envoy in Oslo on Tuesday, two officials said, and the talks went on into the night without result.</p></article></body></html>`

const html = { 'content-type': 'text/html; charset=utf-8' }
const seen: { url: string; agent?: string }[] = []

/** A site on this machine with a page for each thing that can happen. */
const pages: Record<string, RequestListener> = {
  '/report': (_, response) => response.writeHead(200, html).end(report),
  '/packed': (_, response) =>
    response.writeHead(200, { ...html, 'content-encoding': 'gzip' }).end(gzipSync(report)),
  '/bomb': (_, response) =>
    response
      .writeHead(200, { ...html, 'content-encoding': 'gzip' })
      .end(gzipSync(Buffer.alloc(3_000_000, 'a'))),
  '/text': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/plain' }).end('They met in Oslo.'),
  '/image': (_, response) => response.writeHead(200, { 'content-type': 'image/png' }).end('x'),
  '/moved': (_, response) => response.writeHead(302, { location: '/report#top' }).end(),
  '/circle': (_, response) => response.writeHead(302, { location: '/circle' }).end(),
  '/to-private': (_, response) =>
    response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data/' }).end(),
  '/to-file': (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
  '/to-closed': (_, response) => response.writeHead(302, { location: '/closed/report' }).end(),
  '/login': (_, response) => response.writeHead(401, html).end(report),
  '/pay': (_, response) => response.writeHead(402, html).end(report),
  '/marked': (_, response) =>
    response
      .writeHead(200, html)
      .end(`<script type="application/ld+json">{"isAccessibleForFree": false}</script>${report}`),
  '/broken': (_, response) => response.writeHead(500).end(),
  '/busy': (_, response) => response.writeHead(429).end(),
  '/endless': (_, response) => {
    response.writeHead(200, html)
    const drip = setInterval(() => response.write('a'.repeat(10_000)), 1)
    response.on('close', () => clearInterval(drip))
  },
  '/silent': () => {},
  '/cut': (_, response) => {
    response.writeHead(200, { ...html, 'content-length': '5000' })
    response.write('<html>')
    response.socket?.destroy()
  },
}

let site: Server
let origin = ''
let robots: { status: number; body: string } = { status: 404, body: '' }

beforeAll(async () => {
  site = createServer((request, response) => {
    seen.push({ url: request.url!, agent: request.headers['user-agent'] })
    if (request.url === '/robots.txt') response.writeHead(robots.status).end(robots.body)
    else (pages[request.url!] ?? ((_, reply) => reply.writeHead(404).end()))(request, response)
  })
  await new Promise<void>((done) => site.listen(0, '127.0.0.1', done))
  origin = `http://127.0.0.1:${(site.address() as AddressInfo).port}`
})

afterAll(() => {
  site.closeAllConnections()
  site.close()
})

const here: LinkOptions = { allowAddress: (address) => address === '127.0.0.1' }
const read = async (path: string, options: LinkOptions = here) => {
  const [input] = await fetchLink(path.startsWith('/') ? origin + path : path, options)
  return input!
}

async function refusal(path: string, options?: LinkOptions): Promise<AppError> {
  try {
    await read(path, options)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`${path} was fetched`)
}

describe('fetchLink', () => {
  it('reads the report of a page and says who asks', async () => {
    seen.length = 0
    expect(await read('/report')).toMatchObject({
      title: 'Talks in Oslo',
      url: `${origin}/report`,
      publisher: '127.0.0.1',
    })
    expect(seen.map((request) => request.url)).toEqual(['/robots.txt', '/report'])
    expect(seen[1]!.agent).toMatch(/^Throughline\//)
  })

  it('follows a redirect, unpacks, and reads plain text', async () => {
    expect(await read('/moved')).toMatchObject({ url: `${origin}/report` })
    expect((await read('/packed')).text).toContain('The minister met the envoy')
    expect((await read('/text')).text).toBe('They met in Oslo.')
  })

  it.each<[link: string, says: RegExp]>([
    ['no link at all', /not a link/],
    ['ftp://example.org/a', /begin with http/],
    ['file:///etc/passwd', /begin with http/],
    ['javascript:alert(1)', /begin with http/],
    ['https://user:secret@example.org/', /user name or a password/],
  ])('refuses %s', async (link, says) => {
    const error = await refusal(link)
    expect(error.code).toBe('invalid_input')
    expect(error.message).toMatch(says)
  })

  it('never reaches this machine or a private network, however it is written', async () => {
    const port = new URL(origin).port
    seen.length = 0
    for (const host of [
      '127.0.0.1',
      'localhost',
      '127.1',
      '2130706433',
      '0x7f000001',
      '0177.0.0.1',
      '0.0.0.0',
      '[::1]',
      '[::]',
      '[::ffff:127.0.0.1]',
      '[::ffff:7f00:1]',
      '[64:ff9b::7f00:1]',
      '[2002:7f00:1::]',
      '[fe80::1]',
      '[fd00::1]',
      '10.0.0.1',
      '172.16.0.1',
      '192.168.1.1',
      '100.64.0.1',
      '169.254.169.254',
      '224.0.0.1',
      '255.255.255.255',
    ]) {
      const error = await refusal(`http://${host}:${port}/report`, {})
      expect(error.code, host).toBe('invalid_input')
      expect(error.message, host).toMatch(/not an address on the public internet/)
    }
    expect(seen).toEqual([])
  })

  it('refuses a name when any of its addresses is private', async () => {
    const resolve = async () => ['93.184.216.34', '10.0.0.5']
    const error = await refusal('http://two-faced.example/', { resolve })
    expect(error.message).toContain('two-faced.example (10.0.0.5)')
  })

  it('connects to the address it checked, so a name that changes in between gains nothing', async () => {
    let asked = 0
    const resolve = async () => {
      asked++
      return ['127.0.0.1']
    }
    const { port } = new URL(origin)
    seen.length = 0
    const input = await read(`http://changing.example:${port}/report`, { ...here, resolve })
    expect(input.url).toBe(`http://changing.example:${port}/report`)
    // Once for robots.txt, once for the page: nothing looks the name up again to connect.
    expect(asked).toBe(2)
    expect(seen).toHaveLength(2)
  })

  it('checks a redirect like the link itself', async () => {
    expect((await refusal('/to-private')).message).toContain('169.254.169.254 is not an address')
    expect((await refusal('/to-file')).message).toMatch(/leads on to “file:.*begin with http/)
    expect((await refusal('/circle')).message).toMatch(/more than 5 times/)
  })

  it('asks robots.txt, for redirects too', async () => {
    robots = { status: 200, body: 'User-agent: *\nDisallow: /closed/\nDisallow: /report' }
    expect((await refusal('/report')).message).toMatch(/robots\.txt/)
    expect((await refusal('/to-closed')).message).toMatch(/robots\.txt/)
    expect((await read('/text')).text).toBe('They met in Oslo.')
    robots = {
      status: 200,
      body: 'User-agent: Throughline\nDisallow: /\n\nUser-agent: *\nAllow: /',
    }
    expect((await refusal('/text')).message).toMatch(/robots\.txt/)
    robots = { status: 503, body: '' }
    expect((await refusal('/text')).message).toMatch(/robots\.txt/)
    robots = { status: 404, body: '' }
  })

  it.each<[path: string, code: AppError['code'], says: RegExp]>([
    ['/login', 'invalid_input', /not give this page to everyone \(status 401\).*paste the text/],
    ['/pay', 'invalid_input', /status 402/],
    ['/marked', 'invalid_input', /not free to read/],
    ['/nowhere', 'invalid_input', /no such page/],
    ['/image', 'invalid_input', /image\/png/],
    ['/broken', 'unavailable', /failed \(status 500\)/],
    ['/busy', 'unavailable', /too many requests/],
    ['/cut', 'unavailable', /could not be reached/],
  ])('says what is wrong with %s', async (path, code, says) => {
    const error = await refusal(path)
    expect(error.code).toBe(code)
    expect(error.message).toMatch(says)
  })

  it('stops at its limits of size and time', async () => {
    const small = { ...here, sizeLimit: 1024 * 1024 }
    expect((await refusal('/endless', small)).message).toMatch(/over 1 MB/)
    expect((await refusal('/bomb', small)).message).toMatch(/over 1 MB/)
    const late = await refusal('/silent', { ...here, timeout: 150 })
    expect(late.code).toBe('unavailable')
    expect(late.message).toMatch(/did not answer in time/)
  })

  it('says so when there is no such site', async () => {
    const error = await refusal('http://nowhere.invalid/', {
      resolve: () => Promise.reject(new Error('ENOTFOUND')),
    })
    expect(error.code).toBe('unavailable')
    expect(error.message).toContain('“nowhere.invalid”')
  })
})

describe('isPublicAddress', () => {
  it.each(['93.184.216.34', '1.1.1.1', '2606:4700:4700::1111', '2a00:1450:4001:81b::200e'])(
    '%s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  it.each([
    '0.0.0.0',
    '192.0.2.1',
    '198.18.0.1',
    '240.0.0.1',
    '::',
    '::7f00:1',
    '2001:db8::1',
    '2001::1',
    'ff02::1',
    'fec0::1',
    'no address',
  ])('%s is not', (address) => expect(isPublicAddress(address)).toBe(false))
})
