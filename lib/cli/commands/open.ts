import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import { serializeCase } from '../../case-file'
import { AppError } from '../../errors'
import type { Case } from '../../schema'
import { openStore } from '../../store/store'
import { loadCase, samplePath } from '../load-case'
import { build, checkPort, needsBuild, serve } from '../serve'

type Flags = { port: number; host: string; replace?: true; browser?: true }

export function addOpen(program: Command): void {
  program
    .command('open')
    .summary('starts the app, on a case if one is given')
    .description(
      'Starts the app and prints its address. A case file is stored first, in .throughline where you are (or THROUGHLINE_DATA). The first start builds the app, which takes a minute.',
    )
    .argument('[CASE]', 'case file, stored case or sample')
    .option(
      '-p, --port <port>',
      'default 3000, or PORT',
      portNumber,
      portNumber(process.env.PORT || '3000'),
    )
    .option(
      '--host <address>',
      'who can reach it; default this machine, or HOSTNAME',
      defaultHost(),
    )
    .option('--replace', 'when another case of this id is stored, put this one in its place')
    .option('--browser', 'opens the address in the browser')
    .action(run)
}

function portNumber(value: string): number {
  const port = Number(value)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError('A port is a number from 1 to 65535.')
  }
  return port
}

/** HOSTNAME is set by many shells and containers to a name that is no address to listen on. */
function defaultHost(): string {
  const { HOSTNAME = '' } = process.env
  return HOSTNAME === 'localhost' || /^[\d.]+$|:/.test(HOSTNAME) ? HOSTNAME : '127.0.0.1'
}

async function run(caseName: string | undefined, flags: Flags): Promise<void> {
  const id = caseName === undefined ? undefined : await keep(caseName, flags.replace === true)
  // One process at a time: the server is the next to have the cases open.
  await openStore().close()
  await checkPort(flags.host, flags.port)
  if (needsBuild()) {
    console.error('Building the app. This takes about a minute, the first time only …')
    await build()
  }
  const { host, port } = flags
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  const address = `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}/`
  const page = id === undefined ? address : `${address}case/${encodeURIComponent(id)}`
  const env = {
    THROUGHLINE_DATA: resolve(process.env.THROUGHLINE_DATA ?? '.throughline'),
    ...(id !== undefined && { THROUGHLINE_OPEN: id }),
  }
  let told = false
  await serve(host, port, env, () => {
    if (told) return
    told = true
    console.log(`Throughline is at ${page}\nStop it with Ctrl-C.`)
    if (flags.browser) openBrowser(page)
  })
}

/** Stores a case that came as a file; the sample and stored cases are where the app finds them. */
async function keep(caseName: string, replace: boolean): Promise<string> {
  const case_ = await loadCase(caseName)
  const store = openStore()
  const stored = await store.readCase(case_.id).catch(() => undefined)
  const present = stored ?? (await sampleOf(case_.id))
  if (present && serializeCase(present) === serializeCase(case_)) return case_.id
  if (present && !replace) {
    throw new AppError(
      'conflict',
      `Another case with the id "${case_.id}" is stored already: “${present.title}”. ` +
        `Open it with: throughline open ${case_.id}\n` +
        'Or put the file in its place with --replace.',
    )
  }
  await store.saveCase(case_)
  return case_.id
}

async function sampleOf(id: string): Promise<Case | undefined> {
  const sample = await loadCase(samplePath).catch(() => undefined)
  return sample?.id === id ? sample : undefined
}

function openBrowser(page: string): void {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open']
  const child = spawn(command!, [...args, page], { stdio: 'ignore', detached: true })
  child.once('error', () => console.error(`No browser could be opened. Go to ${page}`))
  child.unref()
}
