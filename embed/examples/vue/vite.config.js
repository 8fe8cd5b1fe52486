import vue from "@vitejs/plugin-vue";
import { defineConfig } from "vite";

// Vue asks to be told which tags are elements of their own.
const template = { compilerOptions: { isCustomElement: (tag) => tag === "tiyao-digest" } };

export default defineConfig({ base: "./", plugins: [vue({ template })], build: { assetsInlineLimit: 0 } });
