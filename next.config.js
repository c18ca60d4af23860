/** @type {import('next').NextConfig} */
export default {
  serverExternalPackages: [
    '@electric-sql/pglite',
    '@resvg/resvg-js',
    'linkedom',
    'mammoth',
    'pdfjs-dist',
    'pg',
    'pg-boss',
  ],
  // What passes proxy.ts is cut off there: an archive of 200 MB has to come through whole.
  experimental: { proxyClientMaxBodySize: '220mb' },
  images: { unoptimized: true },
  // some browsers ask for it whatever the page names
  rewrites: async () => [{ source: '/favicon.ico', destination: '/icon.svg' }],
  devIndicators: false,
  poweredByHeader: false,
}
