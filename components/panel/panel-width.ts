/** In px; the canvas keeps this much free while the panel is open. */
export const panelWidth = 352
