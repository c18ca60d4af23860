/** Opens the cases while the server starts; what fails is told by the first page that needs them. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { openCases } = await import('./app/stored-cases')
  void openCases().catch((error: Error) => console.error(error.message))
}
