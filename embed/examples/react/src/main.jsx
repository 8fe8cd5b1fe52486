import { useEffect, useRef, useState } from "react";
import { createRoot } from "react-dom/client";
import { init } from "tiyao";
import "tiyao/element/define";
import wasm from "tiyao/wasm?url";

init(wasm);

const ARTICLES = {
  平安建设: "某市2016年平安建设工作综述\n全市共破获案件1280件，同比上升12.5%。群众满意度达96.4%。",
  乡村振兴: "某县2022年乡村振兴工作总结\n全县投入资金2150万元，新建道路36公里，惠及群众5.4万余人。",
};

function Digest({ text, onDigest }) {
  const element = useRef(null);
  useEffect(() => {
    const read = (event) => onDigest(event.detail);
    const { current } = element;
    current.addEventListener("digest", read);
    return () => current.removeEventListener("digest", read);
  }, [onDigest]);
  // React 19 sets what the element has as a property as one.
  return <tiyao-digest ref={element} text={text} view="figures" />;
}

function App() {
  const [name, setName] = useState("平安建设");
  const [digest, setDigest] = useState(null);
  return (
    <main>
      {Object.keys(ARTICLES).map((one) => (
        <button key={one} onClick={() => setName(one)}>
          {one}
        </button>
      ))}
      <Digest text={ARTICLES[name]} onDigest={setDigest} />
      <p id="count">{digest ? `${digest.facts.length} 条事实` : "……"}</p>
    </main>
  );
}

createRoot(document.querySelector("#app")).render(<App />);
