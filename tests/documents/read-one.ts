/** One file read as it is when somebody hands it in, or refused. */
import { expect } from 'vitest'
import { readDocuments } from '../../lib/documents/read-documents'
import { AppError } from '../../lib/errors'

export const bytesOf = (text: string) => new TextEncoder().encode(text)

export async function readOne(content: string | Uint8Array, name: string) {
  const bytes = typeof content === 'string' ? bytesOf(content) : content
  const inputs = await readDocuments(bytes, name)
  expect(inputs).toHaveLength(1)
  return inputs[0]!
}

export async function refusal(content: string | Uint8Array, name: string): Promise<AppError> {
  try {
    await readOne(content, name)
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error(`${name} was accepted`)
}
