/**
 * While the server starts, it opens the cases and goes on with imports that were cut off; what fails
 * is told by the first page that needs it.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { openCases } = await import('./app/stored-cases')
  const { importEngine, readers } = await import('./app/importing')
  // The first report finds the language in memory.
  readers()
  void openCases()
    .then(importEngine)
    .catch((error: Error) => console.error(error.message))
}
