import { tanstackRouter } from "@tanstack/router-plugin/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// What floats over a screen, and the fields of forms, are needed by nobody's first look at a list.
const later = new RegExp(
  `node_modules/(@floating-ui|react-remove-scroll|@mantine/core/esm/components/(${[
    ...["Popover", "Combobox", "Select", "Menu", "Modal", "ModalBase", "Drawer", "Tooltip", "HoverCard", "ScrollArea"],
    ...["Autocomplete", "MultiSelect", "Checkbox", "Radio", "Switch", "InlineInput", "NativeSelect", "PasswordInput"],
    ...["Textarea", "Progress", "FileButton", "List", "Code", "Tabs", "Stepper", "Accordion", "Timeline", "PinInput"],
  ].join("|")})/)`,
);

const proxy = { "^/(api|q|config\\.json)": process.env.ATHENA_API ?? "http://localhost:8080" };

export default defineConfig({
  plugins: [tanstackRouter({ target: "react", autoCodeSplitting: true, quoteStyle: "double" }), react()],
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
              test: (id) => id.includes("node_modules") && !later.test(id),
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
