/** Wakes the one who waits for it. */
export type Bell = {
  /** Who comes to wait only afterwards does not sleep. */
  ring(): void
  /**
   * Keeps no process alive.
   * @param most milliseconds
   * @returns whether it was rung
   */
  wait(most: number): Promise<boolean>
}

export function makeBell(): Bell {
  let rung = false
  let wake = () => {}
  return {
    ring() {
      rung = true
      wake()
    },
    async wait(most) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, most).unref()
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      const heard = rung
      rung = false
      return heard
    },
  }
}
