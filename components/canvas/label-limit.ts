/** Up to this many relations, the words stand on every line without being asked for. */
export const labelLimit = 60
