import { describe, expect, it } from 'vitest'
import { readFiles } from '@/app/api/read-form'
import { readText } from '@/app/api/read-text'

const megabyte = 2 ** 20

/** A form as it arrives, said to have `size` bytes. */
async function sendForm(file: File, size?: number): Promise<Request> {
  const form = new FormData()
  form.append('file', file)
  const made = new Response(form)
  const headers = new Headers({ 'content-type': made.headers.get('content-type')! })
  const body = await made.arrayBuffer()
  headers.set('content-length', String(size ?? body.byteLength))
  return new Request('http://127.0.0.1/api', { method: 'POST', headers, body })
}

describe('a form with files', () => {
  it('gives its files', async () => {
    const file = new File(['Ada met Ben.'], 'one.txt')
    const [read] = await readFiles(await sendForm(file), megabyte)
    expect([read!.name, await read!.text()]).toEqual(['one.txt', 'Ada met Ben.'])
  })

  it('over the limit is refused with the name and size of what it brings', async () => {
    const request = await sendForm(new File(['…'], 'minutes of May.zip'), 260.5 * megabyte)
    await expect(readFiles(request, 200 * megabyte)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringMatching(/“minutes of May\.zip” has 260\.5 MB; at most 200 MB/),
    })
  })

  it('that does not say its size is refused', async () => {
    const request = await sendForm(new File(['…'], 'a.txt'))
    request.headers.delete('content-length')
    await expect(readFiles(request, megabyte)).rejects.toThrow('“a.txt” does not say how large')
  })
})

describe('a text', () => {
  it('over the limit is refused with its size and what to do', async () => {
    const request = new Request('http://127.0.0.1/api', {
      method: 'POST',
      headers: { 'content-length': String(1.5 * megabyte) },
      body: 'x'.repeat(1.5 * megabyte),
    })
    await expect(readText(request, megabyte, 'Send less.')).rejects.toThrow(
      'What was sent has 1.5 MB; at most 1 MB are read. Send less.',
    )
  })
})
