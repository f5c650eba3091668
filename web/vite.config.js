import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Every style sheet states the order of the layers, so that it rules whichever arrives first. */
const layers = '@layer base, layout, components, screens, utilities, print;';
const layered = {
  name: 'aula:layers',
  enforce: 'pre',
  transform: { filter: { id: /\/src\/.*\.css$/ }, handler: (code) => ({ code: `${layers}\n${code}`, map: null }) },
};

/**
 * What every page needs: the libraries, which seldom change, and the frame. The rest comes with its page, and the libraries
 * that few pages need (an editor, a reader of PDF) with whatever loads them, from `ui/lazy` or a page.
 */
const everywhere = 'react|react-dom|react-router|@remix-run|cookie-es|scheduler|openapi-fetch';
const groups = [
  { name: 'libraries', test: new RegExp(`node_modules/(${everywhere})/|vite/|rolldown`) },
  { name: 'frame', test: /\/src\/(api|shell|styles|ui|words)\/[^/]+$/ },
];

/** Two builds: what browsers load, and (--ssr) the one file from which the API sends documents. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [react(), layered],
  server: { port: 5173, strictPort: true, proxy: { '/api': 'http://localhost:3000' } },
  build: {
    emptyOutDir: true,
    assetsInlineLimit: 0,
    copyPublicDir: !isSsrBuild,
    manifest: isSsrBuild ? false : 'manifest.json',
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: isSsrBuild ? { codeSplitting: false, entryFileNames: 'server.js' } : { codeSplitting: { groups } },
    },
  },
  ...(isSsrBuild && { ssr: { noExternal: true }, define: { 'process.env.NODE_ENV': '"production"' } }),
}));
