import { mount } from "svelte";
import { init } from "tiyao";
import "tiyao/element/define";
import wasm from "tiyao/wasm?url";
import App from "./App.svelte";

init(wasm);
mount(App, { target: document.querySelector("#app") });
