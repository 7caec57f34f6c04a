(function(){var e=globalThis,t=e.ShadowRoot&&(e.ShadyCSS===void 0||e.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,n=Symbol(),r=new WeakMap,i=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==n)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,n=this.t;if(t&&e===void 0){let t=n!==void 0&&n.length===1;t&&(e=r.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),t&&r.set(n,e))}return e}toString(){return this.cssText}},a=e=>new i(typeof e==`string`?e:e+``,void 0,n),o=(e,...t)=>new i(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,n),s=(n,r)=>{if(t)n.adoptedStyleSheets=r.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let t of r){let r=document.createElement(`style`),i=e.litNonce;i!==void 0&&r.setAttribute(`nonce`,i),r.textContent=t.cssText,n.appendChild(r)}},c=t?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return a(t)})(e):e,{is:l,defineProperty:u,getOwnPropertyDescriptor:ee,getOwnPropertyNames:te,getOwnPropertySymbols:ne,getPrototypeOf:re}=Object,d=globalThis,ie=d.trustedTypes,ae=ie?ie.emptyScript:``,oe=d.reactiveElementPolyfillSupport,f=(e,t)=>e,p={toAttribute(e,t){switch(t){case Boolean:e=e?ae:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},se=(e,t)=>!l(e,t),ce={attribute:!0,type:String,converter:p,reflect:!1,useDefault:!1,hasChanged:se};Symbol.metadata??=Symbol(`metadata`),d.litPropertyMetadata??=new WeakMap;var m=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ce){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&u(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=ee(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ce}static _$Ei(){if(this.hasOwnProperty(f(`elementProperties`)))return;let e=re(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(f(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(f(`properties`))){let e=this.properties,t=[...te(e),...ne(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(c(e))}else e!==void 0&&t.push(c(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return s(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?p:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?p:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??se)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};m.elementStyles=[],m.shadowRootOptions={mode:`open`},m[f(`elementProperties`)]=new Map,m[f(`finalized`)]=new Map,oe?.({ReactiveElement:m}),(d.reactiveElementVersions??=[]).push(`2.1.2`);var h=globalThis,le=e=>e,g=h.trustedTypes,ue=g?g.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,de=`$lit$`,_=`lit$${Math.random().toFixed(9).slice(2)}$`,fe=`?`+_,pe=`<${fe}>`,v=document,y=()=>v.createComment(``),b=e=>e===null||typeof e!=`object`&&typeof e!=`function`,me=Array.isArray,he=e=>me(e)||typeof e?.[Symbol.iterator]==`function`,x=`[ 	
\f\r]`,S=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,ge=/-->/g,_e=/>/g,C=RegExp(`>|${x}(?:([^\\s"'>=/]+)(${x}*=${x}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),ve=/'/g,ye=/"/g,be=/^(?:script|style|textarea|title)$/i,xe=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),w=xe(1),Se=xe(2),T=Symbol.for(`lit-noChange`),E=Symbol.for(`lit-nothing`),Ce=new WeakMap,D=v.createTreeWalker(v,129);function we(e,t){if(!me(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return ue===void 0?t:ue.createHTML(t)}var Te=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=S;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===S?c[1]===`!--`?o=ge:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=C):(be.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=C):o=_e:o===C?c[0]===`>`?(o=i??S,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?C:c[3]===`"`?ye:ve):o===ye||o===ve?o=C:o===ge||o===_e?o=S:(o=C,i=void 0);let ee=o===C&&e[t+1].startsWith(`/>`)?` `:``;a+=o===S?n+pe:l>=0?(r.push(s),n.slice(0,l)+de+n.slice(l)+_+ee):n+_+(l===-2?t:ee)}return[we(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},Ee=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=Te(t,n);if(this.el=e.createElement(l,r),D.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=D.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(de)){let t=u[o++],n=i.getAttribute(e).split(_),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?ke:r[1]===`?`?Ae:r[1]===`@`?je:k}),i.removeAttribute(e)}else e.startsWith(_)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(be.test(i.tagName)){let e=i.textContent.split(_),t=e.length-1;if(t>0){i.textContent=g?g.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],y()),D.nextNode(),c.push({type:2,index:++a});i.append(e[t],y())}}}else if(i.nodeType===8){if(i.data===fe)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(_,e+1))!==-1;)c.push({type:7,index:a}),e+=_.length-1}}a++}}static createElement(e,t){let n=v.createElement(`template`);return n.innerHTML=e,n}};function O(e,t,n=e,r){if(t===T)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=b(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=O(e,i._$AS(e,t.values),i,r)),t}var De=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??v).importNode(t,!0);D.currentNode=r;let i=D.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new Oe(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new Me(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=D.nextNode(),a++)}return D.currentNode=v,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},Oe=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=E,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=O(this,e,t),b(e)?e===E||e==null||e===``?(this._$AH!==E&&this._$AR(),this._$AH=E):e!==this._$AH&&e!==T&&this._(e):e._$litType$===void 0?e.nodeType===void 0?he(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==E&&b(this._$AH)?this._$AA.nextSibling.data=e:this.T(v.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Ee.createElement(we(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new De(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=Ce.get(e.strings);return t===void 0&&Ce.set(e.strings,t=new Ee(e)),t}k(t){me(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(y()),this.O(y()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=le(e).nextSibling;le(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},k=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=E,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=E}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=O(this,e,t,0),a=!b(e)||e!==this._$AH&&e!==T,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=O(this,r[n+o],t,o),s===T&&(s=this._$AH[o]),a||=!b(s)||s!==this._$AH[o],s===E?e=E:e!==E&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===E?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},ke=class extends k{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===E?void 0:e}},Ae=class extends k{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==E)}},je=class extends k{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=O(this,e,t,0)??E)===T)return;let n=this._$AH,r=e===E&&n!==E||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==E&&(n===E||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Me=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){O(this,e)}},Ne=h.litHtmlPolyfillSupport;Ne?.(Ee,Oe),(h.litHtmlVersions??=[]).push(`3.3.3`);var Pe=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new Oe(t.insertBefore(y(),e),e,void 0,n??{})}return i._$AI(e),i},A=globalThis,j=class extends m{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=Pe(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return T}};j._$litElement$=!0,j.finalized=!0,A.litElementHydrateSupport?.({LitElement:j});var Fe=A.litElementPolyfillSupport;Fe?.({LitElement:j}),(A.litElementVersions??=[]).push(`4.2.2`);var M=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},Ie={attribute:!0,type:String,converter:p,reflect:!1,hasChanged:se},Le=(e=Ie,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function N(e){return(t,n)=>typeof n==`object`?Le(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function P(e){return N({...e,state:!0,attribute:!1})}var Re=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function F(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return Re(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return Re(n,r,{get(){return a(this)}})}}var I=o`
  :host {
    font: 400 15px/1.45 var(--font);
    color: var(--text);
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  ol,
  dl,
  dd,
  figure {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  a {
    color: var(--accent-text);
    text-underline-offset: 2px;
  }
  :focus-visible {
    outline: 2px solid var(--accent-text);
    outline-offset: 2px;
  }
  button {
    font: inherit;
    color: inherit;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
    opacity: 0.55;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 6px;
    min-block-size: 36px;
    padding: 6px 14px;
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    background: var(--raised);
    font-weight: 550;
    font-size: 14px;
    text-align: center;
  }
  .button:hover:not(:disabled) {
    background: var(--accent-soft);
    border-color: var(--accent-line);
  }
  .button.main {
    background: var(--accent);
    border-color: var(--accent);
    color: var(--on-accent);
  }
  .button.main:hover:not(:disabled) {
    background: color-mix(in srgb, var(--accent) 88%, var(--text));
  }
  .button.danger {
    border-color: color-mix(in srgb, var(--danger) 50%, var(--surface));
    color: var(--danger);
  }
  .button.small {
    min-block-size: 28px;
    padding: 2px 10px;
    font-size: 13px;
  }
  .plain {
    border: 0;
    background: none;
    padding: 2px 4px;
    border-radius: 4px;
    color: var(--accent-text);
    text-decoration: underline;
    text-underline-offset: 2px;
    font-size: 13px;
  }
  .icon {
    display: inline-grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    border: 0;
    border-radius: var(--radius-small);
    background: transparent;
  }
  .icon:hover:not(:disabled) {
    background: color-mix(in srgb, currentColor 12%, transparent);
  }
  input,
  textarea,
  select {
    inline-size: 100%;
    font: inherit;
    font-weight: 400;
    font-size: 15px;
    color: inherit;
    background: var(--raised);
    border: 1px solid var(--line-strong);
    border-radius: var(--radius-small);
    padding: 8px 10px;
  }
  textarea {
    resize: vertical;
  }
  label {
    display: block;
    font-size: 13px;
    font-weight: 550;
  }
  label > input,
  label > select,
  label > textarea {
    margin-block-start: 4px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 1px 8px;
    border-radius: 999px;
    background: var(--sunken);
    border: 1px solid var(--line);
    font-size: 12px;
    font-weight: 550;
    white-space: nowrap;
  }
  .small {
    font-size: 13px;
  }
  .muted {
    color: var(--muted);
  }
  .mono {
    font-family: var(--mono);
    font-size: 0.92em;
  }
  .error {
    color: var(--danger);
    font-size: 13px;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 8px;
    flex-wrap: wrap;
  }
  .card {
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--raised);
    padding: 12px;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  svg {
    flex: none;
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation-duration: 0.01ms !important;
      animation-iteration-count: 1 !important;
      transition-duration: 0.01ms !important;
      scroll-behavior: auto !important;
    }
  }
`,ze=o`
  :host {
    --accent: var(--support-accent, #1d5f4e);
    --on-accent: var(--support-on-accent, #ffffff);
    --accent-text: var(--support-accent, #1a5a49);
    --accent-soft: color-mix(in srgb, var(--accent) 9%, var(--surface));
    --accent-line: color-mix(in srgb, var(--accent) 32%, var(--surface));
    --surface: #ffffff;
    --sunken: #f5f6f4;
    --raised: #ffffff;
    --bubble: #f0f2ef;
    --line: #dfe3df;
    --line-strong: #868f89;
    --text: #1b211e;
    --muted: #5a645e;
    --danger: #a62b1f;
    --danger-soft: #fcedea;
    --warn: #7d4e00;
    --warn-soft: #fdf3dd;
    --ok: #1a6a3c;
    --ok-soft: #e5f4ea;
    --note: #fff7d6;
    --shadow: 0 1px 2px rgb(16 24 20 / 8%), 0 12px 40px rgb(16 24 20 / 18%);
    --radius: 14px;
    --radius-small: 8px;
    --font: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", Arial, sans-serif;
    --mono: ui-monospace, "SF Mono", "Cascadia Mono", "Segoe UI Mono", "DejaVu Sans Mono", monospace;
    color-scheme: light dark;
  }

  @media (prefers-color-scheme: dark) {
    :host {
      --accent: var(--support-accent-dark, #2c7a64);
      --on-accent: var(--support-on-accent-dark, #ffffff);
      --accent-text: var(--support-accent-dark, #8ad6bd);
      --accent-soft: color-mix(in srgb, var(--accent) 26%, var(--surface));
      --accent-line: color-mix(in srgb, var(--accent) 70%, var(--surface));
      --bubble: #28302c;
      --surface: #171c1a;
      --sunken: #101412;
      --raised: #1f2623;
      --line: #323b37;
      --line-strong: #7b8781;
      --text: #eaf0ec;
      --muted: #a5b0aa;
      --danger: #ff9b8c;
      --danger-soft: #3a1f1b;
      --warn: #f2c063;
      --warn-soft: #35290f;
      --ok: #7fd8a0;
      --ok-soft: #16301f;
      --note: #35300f;
      --shadow: 0 1px 2px rgb(0 0 0 / 50%), 0 16px 48px rgb(0 0 0 / 55%);
    }
  }
`,L=class e extends Error{constructor(e,t,n){super(n),this.status=e,this.code=t}get isPassing(){return this.status===0||this.status===429||this.status>=500}static async of(t){let n=await t.json().catch(()=>null)??{},r=(n.errors??[]).map(e=>`${e.field} ${e.message}`).join(`; `);return new e(t.status,n.code??`error`,r||n.detail||n.title||`Error ${t.status}`)}static{this.offline=()=>new e(0,`offline`,`The service cannot be reached. Check your connection.`)}},R=e=>e instanceof Error?e.message:`Something went wrong.`,Be=class{constructor(e,t=null){this.server=e,this.credential=t}get headers(){return this.credential?{Authorization:`Bearer ${this.credential}`}:{}}get(e){return this.send(`GET`,e)}post(e,t={}){return this.send(`POST`,e,t)}put(e,t){return this.send(`PUT`,e,t)}delete(e){return this.send(`DELETE`,e)}async send(e,t,n){let r={...this.headers,...n===void 0?{}:{"Content-Type":`application/json`}},i;try{i=await fetch(this.server+t,{method:e,headers:r,body:n===void 0?null:JSON.stringify(n)})}catch{throw L.offline()}if(!i.ok)throw await L.of(i);return i.status===204?void 0:await i.json()}},Ve=`supportgraph:staff-key`;function He(){return sessionStorage.getItem(Ve)??``}function Ue(e){e?sessionStorage.setItem(Ve,e):sessionStorage.removeItem(Ve)}function z(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var B=class extends j{constructor(...e){super(...e),this.heading=``,this.probe=``,this.roles=``,this.problem=``,this.isBusy=!1}static{this.styles=[I,o`
      :host {
        display: grid;
        place-items: center;
        min-block-size: 100dvh;
        padding: 24px;
        background: var(--sunken);
      }
      form {
        display: grid;
        gap: 14px;
        inline-size: min(380px, 100%);
        padding: 28px;
        border: 1px solid var(--line);
        border-radius: 18px;
        background: var(--surface);
        box-shadow: var(--shadow);
      }
      img {
        display: block;
      }
      h1 {
        font-size: 21px;
      }
      label input {
        margin-block-start: 4px;
      }
    `]}firstUpdated(){this.field.focus()}render(){return w`<form @submit=${this.submit}>
      <img src="/static/icon.svg" width="44" height="44" alt="" />
      <h1>${this.heading}</h1>
      <p class="small muted">
        Sign in with your staff key. The demo prints one for each role when it starts. It stays in this tab only.
      </p>
      <label>
        Staff key
        <input type="password" name="key" autocomplete="off" spellcheck="false" required aria-invalid=${this.problem?`true`:`false`} />
      </label>
      ${this.problem?w`<p class="error" role="alert">${this.problem}</p>`:E}
      <button class="button main" ?disabled=${this.isBusy}>${this.isBusy?`Signing in…`:`Sign in`}</button>
    </form>`}async submit(e){e.preventDefault();let t=this.field.value.trim();this.isBusy=!0,this.problem=``;try{if(!/^[\x21-\x7e]+$/.test(t))throw new L(401,`unauthorized`,``);await new Be(``,t).get(this.probe),Ue(t),this.dispatchEvent(new CustomEvent(`signed-in`,{detail:t}))}catch(e){this.problem=this.words(e)}finally{this.isBusy=!1}}words(e){return e instanceof L&&e.status===401?`This key is not known here. Check it and try again.`:e instanceof L&&e.status===403?`This key is for another role. This page is for ${this.roles}.`:R(e)}};z([N()],B.prototype,`heading`,void 0),z([N()],B.prototype,`probe`,void 0),z([N()],B.prototype,`roles`,void 0),z([P()],B.prototype,`problem`,void 0),z([P()],B.prototype,`isBusy`,void 0),z([F(`input`)],B.prototype,`field`,void 0),B=z([M(`staff-sign-in`)],B);var We=navigator.language||`en-US`,Ge=(e,t=We)=>new Intl.DateTimeFormat(t,{day:`numeric`,month:`short`,year:`numeric`}).format(new Date(e)),V=(e,t=We)=>new Intl.NumberFormat(t,{style:`percent`,maximumFractionDigits:0}).format(e),H=(e,t=We)=>new Intl.NumberFormat(t).format(e);function U(e){let t=e.replaceAll(`_`,` `);return t.charAt(0).toUpperCase()+t.slice(1)}var Ke={chat:`M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H10l-4.5 4v-4.09A2.5 2.5 0 0 1 4 13.5z`,down:`m5 9 7 7 7-7`,close:`M6 6l12 12M18 6 6 18`,send:`M12 19V5m0 0-6 6m6-6 6 6`,person:`M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 8c.7-3.6 3.5-5.5 7-5.5s6.3 1.9 7 5.5`,lock:`M7 11V8a5 5 0 0 1 10 0v3m-11 0h12v9H6z`,check:`m5 12.5 4.5 4.5L19 7.5`,thumb:`M7 11v9H4v-9zm0 0 4-7c1.7 0 2.6 1.2 2.3 2.8L12.7 10H18a2 2 0 0 1 2 2.4l-1.2 6A2 2 0 0 1 16.8 20H7`,flag:`M6 21V4h11l-2 4 2 4H6`,box:`m12 3 8 4.3v9.4L12 21l-8-4.3V7.3zm0 9 8-4.7M12 12 4 7.3M12 12v9`,search:`M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zm5-2 4 4`,warning:`M12 4 2.5 20h19zM12 10v4.5m0 2.4v.1`,door:`M10 5H5v14h5m-1-7h11m0 0-4-4m4 4-4 4`};function W(e,t=18){return w`<svg
    width=${t}
    height=${t}
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${Se`<path d=${Ke[e]}></path>`}
  </svg>`}var qe={CARD:`card number`,SSN:`social security number`,IBAN:`bank account`,BANK_ACCOUNT:`bank account`,EMAIL:`e-mail address`,PHONE:`phone number`,ADDRESS:`address`,NAME:`name`,DATE_OF_BIRTH:`date of birth`,IP:`IP address`,NATIONAL_ID:`ID number`,PASSPORT:`passport number`,DRIVING_LICENCE:`driving licence number`,SECRET:`password or code`,DIGITS:`part of a number`},Je=RegExp(`\\[(${Object.keys(qe).join(`|`)})(?:_\\d{1,6})?\\]`,`g`),Ye=`Hidden to protect you: the assistant neither sees nor needs it.`;function Xe(e){let t=[],n=0;for(let r of e.matchAll(Je))r.index>n&&t.push({text:e.slice(n,r.index),hidden:null}),t.push({text:r[0],hidden:qe[r[1]??``]??`personal data`}),n=r.index+r[0].length;return n<e.length&&t.push({text:e.slice(n),hidden:null}),t}var G=/^\s*[-*•]\s+/,Ze=/^\s*\d{1,2}[.)]\s+/,Qe=/^#{1,4}\s+/,$e=/\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+|\/[^\s)]*)\)|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?])|(\/help\/[a-z0-9-]+)/g,et=(e,t)=>w`<a href=${e} target="_blank" rel="noopener noreferrer">${t}</a>`;function tt(e){return Xe(e).map(e=>e.hidden?w`<span class="lock" title=${Ye}>${W(`lock`,13)}${e.hidden} hidden</span>`:e.text)}function nt(e,t){let n=[],r=0;for(let i of e.matchAll($e)){let[a,o,s,c,l,u]=i;n.push(...tt(e.slice(r,i.index))),o===void 0?s!==void 0&&c!==void 0?n.push(et(c.startsWith(`/`)?t+c:c,s)):l===void 0?u!==void 0&&n.push(et(t+u,U(u.slice(6).replaceAll(`-`,`_`)))):n.push(et(l,l)):n.push(w`<strong>${tt(o)}</strong>`),r=i.index+a.length}return n.push(...tt(e.slice(r))),n}function rt(e,t){let n=n=>e.map(e=>w`<li>${nt(e.replace(n,``),t)}</li>`);return e.every(e=>G.test(e))?w`<ul class="list">${n(G)}</ul>`:e.every(e=>Ze.test(e))?w`<ol class="list">${n(Ze)}</ol>`:e.length===1&&Qe.test(e[0]??``)?w`<p><strong>${nt((e[0]??``).replace(Qe,``),t)}</strong></p>`:w`<p>${e.map((e,n)=>w`${n?w`<br />`:``}${nt(e,t)}`)}</p>`}var it=e=>G.test(e)?`ul`:Ze.test(e)?`ol`:Qe.test(e)?`h`:`p`;function at(e,t=``){let n=[],r=``;for(let t of e.split(/\r?\n/)){let e=t.trim()===``?``:it(t);e&&(e!==r||e===`h`)&&n.push([]),e&&n.at(-1)?.push(t),r=e}return n.map(e=>rt(e,t))}var ot=o`
  .text {
    overflow-wrap: anywhere;
  }
  .text > * + * {
    margin-block-start: 8px;
  }
  .text .list {
    padding-inline-start: 20px;
  }
  .text ul.list {
    list-style: disc;
  }
  .text ol.list {
    list-style: decimal;
  }
  .text .list li + li {
    margin-block-start: 2px;
  }
  .lock {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    padding: 0 8px;
    border-radius: 999px;
    border: 1px dashed currentColor;
    font-size: 0.87em;
    font-weight: 550;
    white-space: nowrap;
  }
`,st=e=>e.split(/[,\s]+/).filter(Boolean),K=class extends j{constructor(...e){super(...e),this.article=null,this.problem=``,this.isBusy=!1,this.isDeleting=!1,this.preview=``}static{this.styles=[I,ot,o`
      h2 {
        margin-block-end: 14px;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: 20px;
      }
      form {
        display: grid;
        gap: 12px;
      }
      .pair {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 12px;
      }
      textarea {
        min-block-size: 300px;
        font-family: var(--mono);
        font-size: 14px;
      }
      .end {
        margin-inline-start: auto;
      }
      .preview {
        align-self: start;
        padding: 18px;
      }
      @media (max-width: 800px) {
        .columns {
          grid-template-columns: 1fr;
        }
      }
    `]}firstUpdated(){this.preview=this.article?.body??``,this.first.focus()}render(){let e=this.article;return w`
      <h2>${e?`Edit article`:`New article`}</h2>
      <div class="columns">
        <form @submit=${this.save}>
          <label>Title, best as the question that customers ask<input name="title" required maxlength="300" .value=${e?.title??``} /></label>
          <label>
            Text (Markdown)
            <textarea name="body" required maxlength="200000" .value=${e?.body??``} @input=${this.onInput}></textarea>
          </label>
          <div class="pair">
            <label>Address of its page<input name="url" maxlength="2000" placeholder="/help/returns" .value=${e?.url??``} /></label>
            <label>Language<input name="locale" maxlength="35" placeholder="any" .value=${e?.locale??``} /></label>
            <label>Only for regions<input name="regions" placeholder="all; or GB, DE" .value=${e?.regions.join(`, `)??``} /></label>
            <label>Tags<input name="tags" .value=${e?.tags.join(`, `)??``} /></label>
          </div>
          ${this.problem?w`<p class="error" role="alert">${this.problem}</p>`:E}
          <div class="row">
            <button class="button main" ?disabled=${this.isBusy}>${this.isBusy?`Saving…`:`Save`}</button>
            <button class="button" type="button" @click=${this.leave}>Cancel</button>
            <span class="row end">${e?this.deletion():E}</span>
          </div>
        </form>
        <section class="card preview" aria-label="Preview"><div class="text">${at(this.preview||`The text shows here.`)}</div></section>
      </div>
    `}deletion(){return this.isDeleting?w`<span class="small">The assistant stops using it at once.</span>
      <button class="button danger" type="button" ?disabled=${this.isBusy} @click=${this.deleteArticle}>Delete article</button>
      <button class="button" type="button" @click=${()=>this.isDeleting=!1}>Keep</button>`:w`<button class="button danger" type="button" @click=${()=>this.isDeleting=!0}>Delete…</button>`}onInput(e){this.preview=e.target.value}save(e){e.preventDefault();let t=new FormData(this.form),n=e=>String(t.get(e)??``).trim(),{valid_from:r=null,valid_until:i=null,review_by:a=null}=this.article??{},o={title:n(`title`),body:n(`body`),url:n(`url`)||null,locale:n(`locale`)||null,regions:st(n(`regions`)),tags:st(n(`tags`)),valid_from:r,valid_until:i,review_by:a};this.work(()=>this.article?this.api.put(`/v1/kb/articles/${this.article.id}`,o):this.api.post(`/v1/kb/articles`,o))}deleteArticle(){let e=this.article?.id;e&&this.work(()=>this.api.delete(`/v1/kb/articles/${e}`))}async work(e){this.isBusy=!0,this.problem=``;try{await e(),this.leave()}catch(e){this.problem=R(e)}finally{this.isBusy=!1}}leave(){this.dispatchEvent(new CustomEvent(`article-done`))}};z([N({attribute:!1})],K.prototype,`api`,void 0),z([N({attribute:!1})],K.prototype,`article`,void 0),z([P()],K.prototype,`problem`,void 0),z([P()],K.prototype,`isBusy`,void 0),z([P()],K.prototype,`isDeleting`,void 0),z([P()],K.prototype,`preview`,void 0),z([F(`form`)],K.prototype,`form`,void 0),z([F(`input`)],K.prototype,`first`,void 0),K=z([M(`article-editor`)],K);var q=class extends j{constructor(...e){super(...e),this.articles=null,this.edited=null,this.sought=``,this.problem=``}static{this.styles=[I,o`
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 10px;
        align-items: center;
        margin-block-end: 14px;
      }
      h2 {
        margin-inline-end: auto;
      }
      input {
        inline-size: 240px;
      }
      .wrap {
        overflow-x: auto;
        padding: 0;
      }
      table {
        inline-size: 100%;
        border-collapse: collapse;
        font-size: 14px;
      }
      th,
      td {
        padding: 8px 14px;
        border-block-end: 1px solid var(--line);
        text-align: start;
        white-space: nowrap;
      }
      th {
        font-size: 13px;
        color: var(--muted);
      }
      tr:last-child td {
        border: 0;
      }
      td:first-child {
        white-space: normal;
        min-inline-size: 220px;
      }
      .plain {
        font-size: 14px;
        text-align: start;
      }
    `]}firstUpdated(){this.load()}render(){if(this.edited)return w`<article-editor
        .api=${this.api}
        .article=${this.edited===`new`?null:this.edited}
        @article-done=${this.finish}
      ></article-editor>`;let e=this.articles?.filter(e=>`${e.title} ${e.tags.join(` `)} ${e.url??``}`.toLowerCase().includes(this.sought));return w`
      <div class="head">
        <h2>Articles ${this.articles?w`<span class="muted">${this.articles.length}</span>`:E}</h2>
        <input
          type="search"
          aria-label="Filter by title"
          placeholder="Filter by title"
          @input=${e=>this.sought=e.target.value.toLowerCase()}
        />
        <button class="button main" @click=${()=>this.edited=`new`}>New article</button>
      </div>
      ${this.problem?w`<p class="error" role="alert">${this.problem}</p>`:E}
      ${e?this.table(e):w`<p class="muted" role="status">${this.problem?``:`Loading…`}</p>`}
    `}table(e){return e.length?w`<div class="card wrap">
      <table>
        <thead>
          <tr><th scope="col">Title</th><th scope="col">Regions</th><th scope="col">Language</th><th scope="col">Revision</th><th scope="col">Changed</th></tr>
        </thead>
        <tbody>
          ${e.map(e=>w`<tr>
              <td><button class="plain" @click=${()=>this.edited=e}>${e.title}</button></td>
              <td>${e.regions.length?e.regions.join(`, `):`all`}</td>
              <td>${e.locale??`any`}</td>
              <td>${e.revision}</td>
              <td>${Ge(e.updated_at)}</td>
            </tr>`)}
        </tbody>
      </table>
    </div>`:w`<p class="card muted">No article fits. Write the first with “New article”.</p>`}finish(){this.edited=null,this.load()}async load(){try{this.problem=``;let e=[],t=``;do{let n=await this.api.get(`/v1/kb/articles?limit=200${t}`);e.push(...n.items),t=n.next?`&after=${encodeURIComponent(n.next)}`:``}while(t);this.articles=e.sort((e,t)=>e.title.localeCompare(t.title))}catch(e){this.problem=R(e)}}};z([N({attribute:!1})],q.prototype,`api`,void 0),z([P()],q.prototype,`articles`,void 0),z([P()],q.prototype,`edited`,void 0),z([P()],q.prototype,`sought`,void 0),z([P()],q.prototype,`problem`,void 0),q=z([M(`article-list`)],q);var J=class extends j{constructor(...e){super(...e),this.flags=null,this.problem=``}static{this.styles=[I,o`
      h2 {
        margin-block-end: 14px;
      }
      li {
        display: grid;
        gap: 6px;
        margin-block-end: 10px;
      }
    `]}firstUpdated(){this.load()}render(){return w`
      <h2>Flagged answers</h2>
      ${this.problem?w`<p class="error" role="alert">${this.problem}</p>`:E}
      ${this.flags===null&&!this.problem?w`<p class="muted" role="status">Loading…</p>`:E}
      ${this.flags?.length===0?w`<p class="card muted">No answer is flagged. Agents flag a wrong one with f in their console.</p>`:E}
      <ul>
        ${this.flags?.map(e=>w`<li class="card">
            <div class="row">
              <strong>${U(e.reason)}</strong><span class="chip">${U(e.status)}</span>
              ${e.flagged_by?w`<span class="small muted">by ${e.flagged_by}</span>`:E}
            </div>
            <p>${e.correction??w`<span class="muted">No correction given.</span>`}</p>
            <p class="small muted">${e.articles.length?`Answered from ${e.articles.length} article(s)`:`Not answered from an article`}</p>
          </li>`)}
      </ul>
    `}async load(){try{this.flags=(await this.api.get(`/v1/kb/flags?limit=200`)).items}catch(e){this.problem=R(e)}}};z([N({attribute:!1})],J.prototype,`api`,void 0),z([P()],J.prototype,`flags`,void 0),z([P()],J.prototype,`problem`,void 0),J=z([M(`flag-list`)],J);var ct={customer_request:[`Asked for a person`,`accent`],repeated_failure:[`Assistant failed`,`warn`],no_answer:[`No answer found`,`warn`],low_confidence:[`Unsure`,`warn`],policy:[`Policy`,`plain`],approval_needed:[`Approval`,`accent`],identity_not_verified:[`Identity`,`warn`],tool_failure:[`Order system`,`danger`],sentiment:[`Upset`,`danger`],safety:[`Safety`,`danger`],model_unavailable:[`Model away`,`plain`],agent_took_over:[`Taken over`,`plain`]},lt=e=>ct[e]??[e,`plain`],Y=class extends j{constructor(...e){super(...e),this.name=``,this.what=``,this.rate=null}static{this.styles=[I,o`
      .card {
        display: grid;
        gap: 4px;
        block-size: 100%;
        align-content: start;
        padding: 16px;
      }
      .value {
        font-size: 32px;
        font-weight: 680;
        line-height: 1.1;
        font-variant-numeric: tabular-nums;
      }
      svg {
        inline-size: 100%;
        block-size: 12px;
      }
      .track {
        fill: var(--line);
      }
      .range {
        fill: var(--accent);
        opacity: 0.35;
      }
      .point {
        fill: var(--accent-text);
      }
    `]}render(){let{rate:e}=this;return w`<section class="card">
      <h3 class="small muted">${this.name}</h3>
      <div class="value">${e?.value==null?`–`:V(e.value)}</div>
      ${e&&e.value!==null?this.interval(e,e.value):E}
      <p class="small muted">${this.words()}</p>
      <p class="small">${this.what}</p>
    </section>`}words(){if(!this.rate||this.rate.value===null)return`Nothing counted yet`;let{count:e,n:t,low:n,high:r}=this.rate;return`${H(e)} of ${H(t)} · likely ${V(n)} to ${V(r)}`}interval({low:e,high:t},n){return w`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      ${Se`<rect class="track" x="0" y="3" width="100" height="2"></rect>
        <rect class="range" x=${e*100} y="1" width=${Math.max((t-e)*100,.5)} height="6"></rect>
        <rect class="point" x=${Math.min(n*100,99)} y="0" width="1" height="8"></rect>`}
    </svg>`}};z([N()],Y.prototype,`name`,void 0),z([N()],Y.prototype,`what`,void 0),z([N({attribute:!1})],Y.prototype,`rate`,void 0),Y=z([M(`rate-tile`)],Y);var ut=864e5,dt=[[7,`Last 7 days`],[30,`Last 30 days`],[0,`All time`]],X=e=>e===null?`–`:e<90?`${e.toFixed(+(e<10))} s`:e<5400?`${Math.round(e/60)} min`:`${(e/3600).toFixed(1)} h`,ft=e=>e===null?`–`:e<1e3?`${Math.round(e)} ms`:X(e/1e3),pt=e=>w`<svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    ${Se`<rect class="track" width="100" height="8"></rect><rect width=${e*100} height="8"></rect>`}
  </svg>`,Z=class extends j{constructor(...e){super(...e),this.kpis=null,this.problem=``,this.days=30}static{this.styles=[I,o`
      .head {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 12px;
        margin-block-end: 16px;
      }
      .head select {
        inline-size: auto;
      }
      .tiles {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(220px, 1fr));
        gap: 14px;
        margin-block-end: 14px;
      }
      .card {
        padding: 16px;
      }
      .value {
        font-size: 32px;
        font-weight: 680;
        line-height: 1.1;
        font-variant-numeric: tabular-nums;
      }
      .reasons {
        display: grid;
        grid-template-columns: max-content 1fr max-content;
        gap: 6px 12px;
        align-items: center;
        margin-block-start: 10px;
        font-size: 14px;
      }
      .bar {
        inline-size: 100%;
        block-size: 10px;
      }
      .bar rect {
        fill: var(--accent);
      }
      .bar .track {
        fill: var(--line);
      }
    `]}firstUpdated(){this.load()}render(){return w`
      <div class="head">
        <h2>Overview</h2>
        <label class="row">
          <span class="visually-hidden">Period</span>
          <select @change=${this.choose}>
            ${dt.map(([e,t])=>w`<option value=${e} ?selected=${e===this.days}>${t}</option>`)}
          </select>
        </label>
      </div>
      ${this.problem?w`<p class="error" role="alert">${this.problem}</p>`:E}
      ${this.kpis?this.tiles(this.kpis):w`<p class="muted" role="status">${this.problem?``:`Counting…`}</p>`}
    `}tiles(e){let{confirmed:t,assumed:n}=e.resolved_by_ai,r=Math.max(1,...Object.values(e.handoff_reasons));return w`<div class="tiles">
        ${this.figure(`Conversations`,H(e.conversations),`${H(t)} resolved for certain, ${H(n)} probably, ${H(e.handed_off)} handed over, ${H(e.gave_up)} given up, ${H(e.unknown)} open`)}
        <rate-tile name="Deflection" what="Resolved by the assistant alone" .rate=${e.deflection_rate}></rate-tile>
        <rate-tile name="Satisfied" what=${`${H(e.csat.responses)} ratings${e.csat.mean===null?``:`, ${e.csat.mean.toFixed(1)} of 5`}`} .rate=${e.csat.share_satisfied}></rate-tile>
        <rate-tile name="Handed to a person" what="Hand-offs over conversations" .rate=${e.handoff_rate}></rate-tile>
        <rate-tile name="Gave up" what="Left after a failed turn" .rate=${e.gave_up_rate}></rate-tile>
        <rate-tile name="Failed turns" what="Not understood, no answer, error" .rate=${e.failure_rate}></rate-tile>
        <rate-tile name="Came back" what="Same matter within 72 hours" .rate=${e.reopened_rate}></rate-tile>
        ${this.figure(`First response`,ft(e.first_response_ms.p50),`19 of 20 within ${ft(e.first_response_ms.p95)}`)}
        ${this.figure(`Time to a person`,X(e.time_to_human_seconds.p50),`9 of 10 within ${X(e.time_to_human_seconds.p90)}`)}
        ${this.figure(`Handling time`,X(e.aht_seconds.p50),`9 of 10 within ${X(e.aht_seconds.p90)}`)}
      </div>
      <section class="card">
        <h3>Why people were brought in</h3>
        ${Object.keys(e.handoff_reasons).length?w`<div class="reasons">
              ${Object.entries(e.handoff_reasons).map(([e,t])=>w`<span>${lt(e)[0]}</span>${pt(t/r)}<strong>${H(t)}</strong>`)}
            </div>`:w`<p class="small muted">No hand-offs in this period.</p>`}
      </section>`}figure(e,t,n){return w`<section class="card">
      <h3 class="small muted">${e}</h3>
      <div class="value">${t}</div>
      <p class="small muted">${n}</p>
    </section>`}choose(e){this.days=Number(e.target.value),this.load()}async load(){let e=this.days?`?from=${new Date(Date.now()-this.days*ut).toISOString()}`:``;try{this.problem=``,this.kpis=(await this.api.get(`/v1/kpis${e}`)).items[0]??null}catch(e){this.problem=R(e)}}};z([N({attribute:!1})],Z.prototype,`api`,void 0),z([P()],Z.prototype,`kpis`,void 0),z([P()],Z.prototype,`problem`,void 0),z([P()],Z.prototype,`days`,void 0),Z=z([M(`kpi-overview`)],Z);var mt=[`US`,`GB`,`DE`,`FR`,`CA`],Q=class extends j{constructor(...e){super(...e),this.found=null,this.problem=``,this.isBusy=!1}static{this.styles=[I,ot,o`
      h2 {
        margin-block-end: 14px;
      }
      form {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 130px auto;
        gap: 8px;
        align-items: end;
        margin-block-end: 16px;
      }
      .verdict {
        display: flex;
        gap: 8px;
        align-items: center;
        margin-block-end: 12px;
        padding: 10px 14px;
        border-radius: 10px;
        background: var(--warn-soft);
        color: var(--warn);
        font-weight: 600;
      }
      .verdict.yes {
        background: var(--ok-soft);
        color: var(--ok);
      }
      li {
        margin-block-end: 10px;
      }
      li header {
        display: flex;
        justify-content: space-between;
        gap: 12px;
        margin-block-end: 4px;
        font-weight: 600;
      }
      @media (max-width: 600px) {
        form {
          grid-template-columns: 1fr;
        }
      }
    `]}render(){return w`
      <h2>Ask it</h2>
      <form @submit=${this.search}>
        <label>Question<input name="q" required maxlength="1000" placeholder="How long do refunds take?" /></label>
        <label>
          Region
          <select name="region"><option value="">none</option>${mt.map(e=>w`<option>${e}</option>`)}</select>
        </label>
        <button class="button main" ?disabled=${this.isBusy}>${W(`search`,16)}Search</button>
      </form>
      ${this.problem?w`<p class="error" role="alert">${this.problem}</p>`:E} ${this.found?this.results(this.found):E}
    `}results({items:e,answerable:t,confidence:n}){return w`<p class="verdict ${t?`yes`:``}" role="status">
        ${W(t?`check`:`warning`)}
        ${t?`The assistant would answer from these.`:`The assistant would say that it does not know.`}
        Confidence ${V(n)}.
      </p>
      <ol>
        ${e.map(e=>w`<li class="card">
            <header><span>${e.question||e.title}</span><span class="chip" title="Score">${e.score.toFixed(2)}</span></header>
            <div class="text small">${at(e.answer)}</div>
          </li>`)}
      </ol>`}async search(e){e.preventDefault();let t=new FormData(this.form),n=new URLSearchParams({q:String(t.get(`q`)),limit:`6`}),r=String(t.get(`region`)??``);r&&n.set(`region`,r),this.isBusy=!0,this.problem=``;try{this.found=await this.api.get(`/v1/kb/search?${n}`)}catch(e){this.problem=R(e)}finally{this.isBusy=!1}}};z([N({attribute:!1})],Q.prototype,`api`,void 0),z([P()],Q.prototype,`found`,void 0),z([P()],Q.prototype,`problem`,void 0),z([P()],Q.prototype,`isBusy`,void 0),z([F(`form`)],Q.prototype,`form`,void 0),Q=z([M(`search-tester`)],Q);var ht={overview:`Overview`,articles:`Articles`,ask:`Ask it`,flags:`Flags`},gt=e=>Object.hasOwn(ht,e.slice(1))?e.slice(1):`overview`,$=class extends j{constructor(...e){super(...e),this.api=null,this.room=gt(location.hash),this.onHash=()=>{this.room=gt(location.hash)}}static{this.styles=[ze,I,o`
      :host {
        display: block;
        min-block-size: 100dvh;
        background: var(--sunken);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 20px;
        padding: 8px 20px;
        border-block-end: 1px solid var(--line);
        background: var(--surface);
      }
      h1 {
        font-size: 16px;
      }
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin-inline-end: auto;
      }
      nav a {
        padding: 6px 12px;
        border-radius: 8px;
        color: var(--muted);
        font-size: 14px;
        font-weight: 550;
        text-decoration: none;
      }
      nav a:hover {
        background: var(--sunken);
      }
      nav a[aria-current="page"] {
        background: var(--accent-soft);
        color: var(--accent-text);
      }
      main {
        max-inline-size: 1120px;
        margin-inline: auto;
        padding: 24px 20px 64px;
      }
    `]}connectedCallback(){super.connectedCallback(),addEventListener(`hashchange`,this.onHash),He()&&this.enter(He())}disconnectedCallback(){super.disconnectedCallback(),removeEventListener(`hashchange`,this.onHash)}render(){let{api:e}=this;return e?w`
      <header>
        <img src="/static/icon.svg" width="26" height="26" alt="" />
        <h1>Administration</h1>
        <nav aria-label="Administration">
          ${Object.entries(ht).map(([e,t])=>w`<a href="#${e}" aria-current=${e===this.room?`page`:`false`}>${t}</a>`)}
        </nav>
        <button class="button small" @click=${this.leave}>Sign out</button>
      </header>
      <main>${this.roomOf(e)}</main>
    `:w`<staff-sign-in
        heading="Administration"
        probe="/v1/kpis"
        roles="administrators"
        @signed-in=${e=>this.api=new Be(``,e.detail)}
      ></staff-sign-in>`}roomOf(e){return this.room===`articles`?w`<article-list .api=${e}></article-list>`:this.room===`ask`?w`<search-tester .api=${e}></search-tester>`:this.room===`flags`?w`<flag-list .api=${e}></flag-list>`:w`<kpi-overview .api=${e}></kpi-overview>`}async enter(e){let t=new Be(``,e);await t.get(`/v1/kpis`).then(()=>!0,()=>!1)&&(this.api=t)}leave(){Ue(``),this.api=null}};z([P()],$.prototype,`api`,void 0),z([P()],$.prototype,`room`,void 0),$=z([M(`admin-pages`)],$)})();