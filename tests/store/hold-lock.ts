/** A process that tries once to lock a folder, says how it went, and keeps it until its input ends. */
import { AppError } from '@/lib/errors'
import { lockFolder } from '@/lib/store/folder-lock'

lockFolder(process.argv[2]!).then(
  () => process.stdout.write('held\n'),
  (error) => process.stdout.write(`${error instanceof AppError ? error.code : error}\n`),
)
process.stdin.resume()
