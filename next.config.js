/** @type {import('next').NextConfig} */
export default {
  serverExternalPackages: ['@resvg/resvg-js', 'pdfjs-dist', 'mammoth', 'linkedom'],
  images: { unoptimized: true },
  devIndicators: false,
  poweredByHeader: false,
}
