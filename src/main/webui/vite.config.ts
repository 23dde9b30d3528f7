import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { imported, later, partsOf, sheetsOf } from "./tools/kit.mjs";

const late = new RegExp(
  `node_modules/(@floating-ui|react-remove-scroll|@mantine/core/esm/components/(${later.join("|")})/)`,
);

/** A source brings the styles of those parts of the kit that do not stand in the first sheet. */
const lateStyles: Plugin = {
  name: "late-styles",
  enforce: "pre",
  transform(source, id) {
    if (!/\/src\/.*\.tsx$/.test(id)) return null;
    const parts = [...partsOf(imported(source))].filter((name) => later.includes(name));
    const sheets = sheetsOf(parts).map((path) => `import "${path}";`);
    return sheets.length ? { code: `${sheets.join("")}${source}`, map: null } : null;
  },
};

const proxy = { "^/(api|q|config\\.json)": process.env.ATHENA_API ?? "http://localhost:8080" };

export default defineConfig({
  plugins: [lateStyles, tanstackRouter({ target: "react", autoCodeSplitting: true, quoteStyle: "double" }), react()],
  resolve: { tsconfigPaths: true },
  build: {
    manifest: true,
    // The policy for contents allows no data addresses but for images.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\//, priority: 2 },
            { name: "forms", test: /node_modules\/@mantine\/form\//, priority: 2 },
            {
              name: "shared",
              test: (id) => /node_modules.*js$/.test(id) && !late.test(id),
              minShareCount: 8,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  // Dev mode of the service starts this server and names its own address.
  server: { host: "localhost", strictPort: true, proxy },
  preview: { host: "localhost", strictPort: true, proxy },
});
