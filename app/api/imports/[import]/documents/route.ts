import { z } from 'zod'
import { AppError } from '@/lib/errors'
import { openImports } from '@/lib/import/imports'
import type { Refused, Source } from '@/lib/import/source'
import { archiveLimit } from '@/lib/limits'
import { importEngine } from '../../../../importing'
import { readFiles } from '../../../read-form'
import { readText } from '../../../read-text'
import { replyError } from '../../../reply'

const bodySchema = z.strictObject({
  links: z.array(z.string().min(1).max(4000)).max(10_000).default([]),
  texts: z
    .array(z.strictObject({ name: z.string().max(300), text: z.string().min(1) }))
    .max(1_000)
    .default([]),
  /** What the sender did not even send, with the reason: it stands in the report. */
  refused: z
    .array(
      z.strictObject({
        name: z.string().max(300),
        reason: z.string().max(1_000),
        passedOver: z.literal(true).optional(),
      }),
    )
    .max(10_000)
    .default([]),
})

/**
 * Hands in documents: files as a form (`file`, any number; .zip archives are opened), or
 * `{"links", "texts"}`. The answer comes when they are on the disk.
 */
export async function POST(request: Request, { params }: { params: Promise<{ import: string }> }) {
  try {
    const { import: id } = await params
    const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data')
    const sources = await (isForm ? readForm(request) : readJson(request))
    const taken = await openImports().add(id, sources)
    importEngine().wake()
    return Response.json({ taken }, { status: 201 })
  } catch (error) {
    return replyError(error)
  }
}

async function readForm(request: Request): Promise<Source[]> {
  const files = await readFiles(request, archiveLimit)
  return Promise.all(
    files.map(async (file) => ({
      source: 'file' as const,
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

async function readJson(request: Request): Promise<(Source | Refused)[]> {
  const text = await readText(request, 40 * 1024 * 1024, 'Send the texts in several requests.')
  const body = parseJson(text)
  const parsed = bodySchema.safeParse(body)
  if (!parsed.success) {
    throw new AppError(
      'invalid_input',
      'Send files as a form, or {"links": ["https://…"], "texts": [{"name", "text"}]} as JSON.',
    )
  }
  const { links, texts, refused } = parsed.data
  return [
    ...links.map((link): Source => ({ source: 'link', name: link, link })),
    ...texts.map(
      ({ name, text }): Source => ({
        source: 'text',
        name,
        bytes: new TextEncoder().encode(text),
      }),
    ),
    ...refused,
  ]
}
