/** An answer that is a file: to where the user says; left out or `-`, to standard output. */
import { writeFile } from 'node:fs/promises'
import { AppError } from '../errors'

/** @throws AppError unavailable when it cannot be written there */
export async function writeOut(content: string | Uint8Array, out: string | undefined) {
  if (out === undefined || out === '-') {
    process.stdout.write(content)
    return
  }
  await writeFile(out, content).catch((cause: Error) => {
    throw new AppError(
      'unavailable',
      `"${out}" cannot be written: ${cause.message}. Name another place, or give yourself the right to write there.`,
      [],
      { cause },
    )
  })
}

/** A terminal shows no pixels. @throws AppError invalid_input */
export function requireFile(out: string | undefined, what: string): void {
  if ((out === undefined || out === '-') && process.stdout.isTTY) {
    throw new AppError('invalid_input', `${what} needs a file: add -o FILE.`)
  }
}
