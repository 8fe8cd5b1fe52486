import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

// Relative addresses: the page works from any folder of a server.
export default defineConfig({ base: "./", plugins: [react()], build: { assetsInlineLimit: 0 } });
