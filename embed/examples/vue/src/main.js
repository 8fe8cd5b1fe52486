import { init } from "tiyao";
import "tiyao/element/define";
import wasm from "tiyao/wasm?url";
import { createApp } from "vue";
import App from "./App.vue";

init(wasm);
createApp(App).mount("#app");
