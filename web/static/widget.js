(function(){var e=globalThis,t=e.ShadowRoot&&(e.ShadyCSS===void 0||e.ShadyCSS.nativeShadow)&&`adoptedStyleSheets`in Document.prototype&&`replace`in CSSStyleSheet.prototype,n=Symbol(),r=new WeakMap,i=class{constructor(e,t,r){if(this._$cssResult$=!0,r!==n)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText=e,this.t=t}get styleSheet(){let e=this.o,n=this.t;if(t&&e===void 0){let t=n!==void 0&&n.length===1;t&&(e=r.get(n)),e===void 0&&((this.o=e=new CSSStyleSheet).replaceSync(this.cssText),t&&r.set(n,e))}return e}toString(){return this.cssText}},a=e=>new i(typeof e==`string`?e:e+``,void 0,n),o=(e,...t)=>new i(e.length===1?e[0]:t.reduce((t,n,r)=>t+(e=>{if(!0===e._$cssResult$)return e.cssText;if(typeof e==`number`)return e;throw Error(`Value passed to 'css' function must be a 'css' function result: `+e+`. Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.`)})(n)+e[r+1],e[0]),e,n),s=(n,r)=>{if(t)n.adoptedStyleSheets=r.map(e=>e instanceof CSSStyleSheet?e:e.styleSheet);else for(let t of r){let r=document.createElement(`style`),i=e.litNonce;i!==void 0&&r.setAttribute(`nonce`,i),r.textContent=t.cssText,n.appendChild(r)}},c=t?e=>e:e=>e instanceof CSSStyleSheet?(e=>{let t=``;for(let n of e.cssRules)t+=n.cssText;return a(t)})(e):e,{is:l,defineProperty:u,getOwnPropertyDescriptor:d,getOwnPropertyNames:f,getOwnPropertySymbols:p,getPrototypeOf:m}=Object,h=globalThis,g=h.trustedTypes,ee=g?g.emptyScript:``,te=h.reactiveElementPolyfillSupport,_=(e,t)=>e,v={toAttribute(e,t){switch(t){case Boolean:e=e?ee:null;break;case Object:case Array:e=e==null?e:JSON.stringify(e)}return e},fromAttribute(e,t){let n=e;switch(t){case Boolean:n=e!==null;break;case Number:n=e===null?null:Number(e);break;case Object:case Array:try{n=JSON.parse(e)}catch{n=null}}return n}},y=(e,t)=>!l(e,t),ne={attribute:!0,type:String,converter:v,reflect:!1,useDefault:!1,hasChanged:y};Symbol.metadata??=Symbol(`metadata`),h.litPropertyMetadata??=new WeakMap;var b=class extends HTMLElement{static addInitializer(e){this._$Ei(),(this.l??=[]).push(e)}static get observedAttributes(){return this.finalize(),this._$Eh&&[...this._$Eh.keys()]}static createProperty(e,t=ne){if(t.state&&(t.attribute=!1),this._$Ei(),this.prototype.hasOwnProperty(e)&&((t=Object.create(t)).wrapped=!0),this.elementProperties.set(e,t),!t.noAccessor){let n=Symbol(),r=this.getPropertyDescriptor(e,n,t);r!==void 0&&u(this.prototype,e,r)}}static getPropertyDescriptor(e,t,n){let{get:r,set:i}=d(this.prototype,e)??{get(){return this[t]},set(e){this[t]=e}};return{get:r,set(t){let a=r?.call(this);i?.call(this,t),this.requestUpdate(e,a,n)},configurable:!0,enumerable:!0}}static getPropertyOptions(e){return this.elementProperties.get(e)??ne}static _$Ei(){if(this.hasOwnProperty(_(`elementProperties`)))return;let e=m(this);e.finalize(),e.l!==void 0&&(this.l=[...e.l]),this.elementProperties=new Map(e.elementProperties)}static finalize(){if(this.hasOwnProperty(_(`finalized`)))return;if(this.finalized=!0,this._$Ei(),this.hasOwnProperty(_(`properties`))){let e=this.properties,t=[...f(e),...p(e)];for(let n of t)this.createProperty(n,e[n])}let e=this[Symbol.metadata];if(e!==null){let t=litPropertyMetadata.get(e);if(t!==void 0)for(let[e,n]of t)this.elementProperties.set(e,n)}this._$Eh=new Map;for(let[e,t]of this.elementProperties){let n=this._$Eu(e,t);n!==void 0&&this._$Eh.set(n,e)}this.elementStyles=this.finalizeStyles(this.styles)}static finalizeStyles(e){let t=[];if(Array.isArray(e)){let n=new Set(e.flat(1/0).reverse());for(let e of n)t.unshift(c(e))}else e!==void 0&&t.push(c(e));return t}static _$Eu(e,t){let n=t.attribute;return!1===n?void 0:typeof n==`string`?n:typeof e==`string`?e.toLowerCase():void 0}constructor(){super(),this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()}_$Ev(){this._$ES=new Promise(e=>this.enableUpdating=e),this._$AL=new Map,this._$E_(),this.requestUpdate(),this.constructor.l?.forEach(e=>e(this))}addController(e){(this._$EO??=new Set).add(e),this.renderRoot!==void 0&&this.isConnected&&e.hostConnected?.()}removeController(e){this._$EO?.delete(e)}_$E_(){let e=new Map,t=this.constructor.elementProperties;for(let n of t.keys())this.hasOwnProperty(n)&&(e.set(n,this[n]),delete this[n]);e.size>0&&(this._$Ep=e)}createRenderRoot(){let e=this.shadowRoot??this.attachShadow(this.constructor.shadowRootOptions);return s(e,this.constructor.elementStyles),e}connectedCallback(){this.renderRoot??=this.createRenderRoot(),this.enableUpdating(!0),this._$EO?.forEach(e=>e.hostConnected?.())}enableUpdating(e){}disconnectedCallback(){this._$EO?.forEach(e=>e.hostDisconnected?.())}attributeChangedCallback(e,t,n){this._$AK(e,n)}_$ET(e,t){let n=this.constructor.elementProperties.get(e),r=this.constructor._$Eu(e,n);if(r!==void 0&&!0===n.reflect){let i=(n.converter?.toAttribute===void 0?v:n.converter).toAttribute(t,n.type);this._$Em=e,i==null?this.removeAttribute(r):this.setAttribute(r,i),this._$Em=null}}_$AK(e,t){let n=this.constructor,r=n._$Eh.get(e);if(r!==void 0&&this._$Em!==r){let e=n.getPropertyOptions(r),i=typeof e.converter==`function`?{fromAttribute:e.converter}:e.converter?.fromAttribute===void 0?v:e.converter;this._$Em=r;let a=i.fromAttribute(t,e.type);this[r]=a??this._$Ej?.get(r)??a,this._$Em=null}}requestUpdate(e,t,n,r=!1,i){if(e!==void 0){let a=this.constructor;if(!1===r&&(i=this[e]),n??=a.getPropertyOptions(e),!((n.hasChanged??y)(i,t)||n.useDefault&&n.reflect&&i===this._$Ej?.get(e)&&!this.hasAttribute(a._$Eu(e,n))))return;this.C(e,t,n)}!1===this.isUpdatePending&&(this._$ES=this._$EP())}C(e,t,{useDefault:n,reflect:r,wrapped:i},a){n&&!(this._$Ej??=new Map).has(e)&&(this._$Ej.set(e,a??t??this[e]),!0!==i||a!==void 0)||(this._$AL.has(e)||(this.hasUpdated||n||(t=void 0),this._$AL.set(e,t)),!0===r&&this._$Em!==e&&(this._$Eq??=new Set).add(e))}async _$EP(){this.isUpdatePending=!0;try{await this._$ES}catch(e){Promise.reject(e)}let e=this.scheduleUpdate();return e!=null&&await e,!this.isUpdatePending}scheduleUpdate(){return this.performUpdate()}performUpdate(){if(!this.isUpdatePending)return;if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(let[e,t]of this._$Ep)this[e]=t;this._$Ep=void 0}let e=this.constructor.elementProperties;if(e.size>0)for(let[t,n]of e){let{wrapped:e}=n,r=this[t];!0!==e||this._$AL.has(t)||r===void 0||this.C(t,void 0,n,r)}}let e=!1,t=this._$AL;try{e=this.shouldUpdate(t),e?(this.willUpdate(t),this._$EO?.forEach(e=>e.hostUpdate?.()),this.update(t)):this._$EM()}catch(t){throw e=!1,this._$EM(),t}e&&this._$AE(t)}willUpdate(e){}_$AE(e){this._$EO?.forEach(e=>e.hostUpdated?.()),this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(e)),this.updated(e)}_$EM(){this._$AL=new Map,this.isUpdatePending=!1}get updateComplete(){return this.getUpdateComplete()}getUpdateComplete(){return this._$ES}shouldUpdate(e){return!0}update(e){this._$Eq&&=this._$Eq.forEach(e=>this._$ET(e,this[e])),this._$EM()}updated(e){}firstUpdated(e){}};b.elementStyles=[],b.shadowRootOptions={mode:`open`},b[_(`elementProperties`)]=new Map,b[_(`finalized`)]=new Map,te?.({ReactiveElement:b}),(h.reactiveElementVersions??=[]).push(`2.1.2`);var x=globalThis,re=e=>e,ie=x.trustedTypes,ae=ie?ie.createPolicy(`lit-html`,{createHTML:e=>e}):void 0,oe=`$lit$`,S=`lit$${Math.random().toFixed(9).slice(2)}$`,se=`?`+S,ce=`<${se}>`,C=document,w=()=>C.createComment(``),T=e=>e===null||typeof e!=`object`&&typeof e!=`function`,le=Array.isArray,ue=e=>le(e)||typeof e?.[Symbol.iterator]==`function`,de=`[ 	
\f\r]`,E=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,fe=/-->/g,pe=/>/g,D=RegExp(`>|${de}(?:([^\\s"'>=/]+)(${de}*=${de}*(?:[^ \t\n\f\r"'\`<>=]|("|')|))|$)`,`g`),me=/'/g,he=/"/g,ge=/^(?:script|style|textarea|title)$/i,_e=e=>(t,...n)=>({_$litType$:e,strings:t,values:n}),O=_e(1),ve=_e(2),k=Symbol.for(`lit-noChange`),A=Symbol.for(`lit-nothing`),ye=new WeakMap,j=C.createTreeWalker(C,129);function be(e,t){if(!le(e)||!e.hasOwnProperty(`raw`))throw Error(`invalid template strings array`);return ae===void 0?t:ae.createHTML(t)}var xe=(e,t)=>{let n=e.length-1,r=[],i,a=t===2?`<svg>`:t===3?`<math>`:``,o=E;for(let t=0;t<n;t++){let n=e[t],s,c,l=-1,u=0;for(;u<n.length&&(o.lastIndex=u,c=o.exec(n),c!==null);)u=o.lastIndex,o===E?c[1]===`!--`?o=fe:c[1]===void 0?c[2]===void 0?c[3]!==void 0&&(o=D):(ge.test(c[2])&&(i=RegExp(`</`+c[2],`g`)),o=D):o=pe:o===D?c[0]===`>`?(o=i??E,l=-1):c[1]===void 0?l=-2:(l=o.lastIndex-c[2].length,s=c[1],o=c[3]===void 0?D:c[3]===`"`?he:me):o===he||o===me?o=D:o===fe||o===pe?o=E:(o=D,i=void 0);let d=o===D&&e[t+1].startsWith(`/>`)?` `:``;a+=o===E?n+ce:l>=0?(r.push(s),n.slice(0,l)+oe+n.slice(l)+S+d):n+S+(l===-2?t:d)}return[be(e,a+(e[n]||`<?>`)+(t===2?`</svg>`:t===3?`</math>`:``)),r]},Se=class e{constructor({strings:t,_$litType$:n},r){let i;this.parts=[];let a=0,o=0,s=t.length-1,c=this.parts,[l,u]=xe(t,n);if(this.el=e.createElement(l,r),j.currentNode=this.el.content,n===2||n===3){let e=this.el.content.firstChild;e.replaceWith(...e.childNodes)}for(;(i=j.nextNode())!==null&&c.length<s;){if(i.nodeType===1){if(i.hasAttributes())for(let e of i.getAttributeNames())if(e.endsWith(oe)){let t=u[o++],n=i.getAttribute(e).split(S),r=/([.?@])?(.*)/.exec(t);c.push({type:1,index:a,name:r[2],strings:n,ctor:r[1]===`.`?Te:r[1]===`?`?Ee:r[1]===`@`?De:N}),i.removeAttribute(e)}else e.startsWith(S)&&(c.push({type:6,index:a}),i.removeAttribute(e));if(ge.test(i.tagName)){let e=i.textContent.split(S),t=e.length-1;if(t>0){i.textContent=ie?ie.emptyScript:``;for(let n=0;n<t;n++)i.append(e[n],w()),j.nextNode(),c.push({type:2,index:++a});i.append(e[t],w())}}}else if(i.nodeType===8){if(i.data===se)c.push({type:2,index:a});else{let e=-1;for(;(e=i.data.indexOf(S,e+1))!==-1;)c.push({type:7,index:a}),e+=S.length-1}}a++}}static createElement(e,t){let n=C.createElement(`template`);return n.innerHTML=e,n}};function M(e,t,n=e,r){if(t===k)return t;let i=r===void 0?n._$Cl:n._$Co?.[r],a=T(t)?void 0:t._$litDirective$;return i?.constructor!==a&&(i?._$AO?.(!1),a===void 0?i=void 0:(i=new a(e),i._$AT(e,n,r)),r===void 0?n._$Cl=i:(n._$Co??=[])[r]=i),i!==void 0&&(t=M(e,i._$AS(e,t.values),i,r)),t}var Ce=class{constructor(e,t){this._$AV=[],this._$AN=void 0,this._$AD=e,this._$AM=t}get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}u(e){let{el:{content:t},parts:n}=this._$AD,r=(e?.creationScope??C).importNode(t,!0);j.currentNode=r;let i=j.nextNode(),a=0,o=0,s=n[0];for(;s!==void 0;){if(a===s.index){let t;s.type===2?t=new we(i,i.nextSibling,this,e):s.type===1?t=new s.ctor(i,s.name,s.strings,this,e):s.type===6&&(t=new Oe(i,this,e)),this._$AV.push(t),s=n[++o]}a!==s?.index&&(i=j.nextNode(),a++)}return j.currentNode=C,r}p(e){let t=0;for(let n of this._$AV)n!==void 0&&(n.strings===void 0?n._$AI(e[t]):(n._$AI(e,n,t),t+=n.strings.length-2)),t++}},we=class e{get _$AU(){return this._$AM?._$AU??this._$Cv}constructor(e,t,n,r){this.type=2,this._$AH=A,this._$AN=void 0,this._$AA=e,this._$AB=t,this._$AM=n,this.options=r,this._$Cv=r?.isConnected??!0}get parentNode(){let e=this._$AA.parentNode,t=this._$AM;return t!==void 0&&e?.nodeType===11&&(e=t.parentNode),e}get startNode(){return this._$AA}get endNode(){return this._$AB}_$AI(e,t=this){e=M(this,e,t),T(e)?e===A||e==null||e===``?(this._$AH!==A&&this._$AR(),this._$AH=A):e!==this._$AH&&e!==k&&this._(e):e._$litType$===void 0?e.nodeType===void 0?ue(e)?this.k(e):this._(e):this.T(e):this.$(e)}O(e){return this._$AA.parentNode.insertBefore(e,this._$AB)}T(e){this._$AH!==e&&(this._$AR(),this._$AH=this.O(e))}_(e){this._$AH!==A&&T(this._$AH)?this._$AA.nextSibling.data=e:this.T(C.createTextNode(e)),this._$AH=e}$(e){let{values:t,_$litType$:n}=e,r=typeof n==`number`?this._$AC(e):(n.el===void 0&&(n.el=Se.createElement(be(n.h,n.h[0]),this.options)),n);if(this._$AH?._$AD===r)this._$AH.p(t);else{let e=new Ce(r,this),n=e.u(this.options);e.p(t),this.T(n),this._$AH=e}}_$AC(e){let t=ye.get(e.strings);return t===void 0&&ye.set(e.strings,t=new Se(e)),t}k(t){le(this._$AH)||(this._$AH=[],this._$AR());let n=this._$AH,r,i=0;for(let a of t)i===n.length?n.push(r=new e(this.O(w()),this.O(w()),this,this.options)):r=n[i],r._$AI(a),i++;i<n.length&&(this._$AR(r&&r._$AB.nextSibling,i),n.length=i)}_$AR(e=this._$AA.nextSibling,t){for(this._$AP?.(!1,!0,t);e!==this._$AB;){let t=re(e).nextSibling;re(e).remove(),e=t}}setConnected(e){this._$AM===void 0&&(this._$Cv=e,this._$AP?.(e))}},N=class{get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor(e,t,n,r,i){this.type=1,this._$AH=A,this._$AN=void 0,this.element=e,this.name=t,this._$AM=r,this.options=i,n.length>2||n[0]!==``||n[1]!==``?(this._$AH=Array(n.length-1).fill(new String),this.strings=n):this._$AH=A}_$AI(e,t=this,n,r){let i=this.strings,a=!1;if(i===void 0)e=M(this,e,t,0),a=!T(e)||e!==this._$AH&&e!==k,a&&(this._$AH=e);else{let r=e,o,s;for(e=i[0],o=0;o<i.length-1;o++)s=M(this,r[n+o],t,o),s===k&&(s=this._$AH[o]),a||=!T(s)||s!==this._$AH[o],s===A?e=A:e!==A&&(e+=(s??``)+i[o+1]),this._$AH[o]=s}a&&!r&&this.j(e)}j(e){e===A?this.element.removeAttribute(this.name):this.element.setAttribute(this.name,e??``)}},Te=class extends N{constructor(){super(...arguments),this.type=3}j(e){this.element[this.name]=e===A?void 0:e}},Ee=class extends N{constructor(){super(...arguments),this.type=4}j(e){this.element.toggleAttribute(this.name,!!e&&e!==A)}},De=class extends N{constructor(e,t,n,r,i){super(e,t,n,r,i),this.type=5}_$AI(e,t=this){if((e=M(this,e,t,0)??A)===k)return;let n=this._$AH,r=e===A&&n!==A||e.capture!==n.capture||e.once!==n.once||e.passive!==n.passive,i=e!==A&&(n===A||r);r&&this.element.removeEventListener(this.name,this,n),i&&this.element.addEventListener(this.name,this,e),this._$AH=e}handleEvent(e){typeof this._$AH==`function`?this._$AH.call(this.options?.host??this.element,e):this._$AH.handleEvent(e)}},Oe=class{constructor(e,t,n){this.element=e,this.type=6,this._$AN=void 0,this._$AM=t,this.options=n}get _$AU(){return this._$AM._$AU}_$AI(e){M(this,e)}},ke={M:oe,P:S,A:se,C:1,L:xe,R:Ce,D:ue,V:M,I:we,H:N,N:Ee,U:De,B:Te,F:Oe},Ae=x.litHtmlPolyfillSupport;Ae?.(Se,we),(x.litHtmlVersions??=[]).push(`3.3.3`);var je=(e,t,n)=>{let r=n?.renderBefore??t,i=r._$litPart$;if(i===void 0){let e=n?.renderBefore??null;r._$litPart$=i=new we(t.insertBefore(w(),e),e,void 0,n??{})}return i._$AI(e),i},Me=globalThis,P=class extends b{constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}createRenderRoot(){let e=super.createRenderRoot();return this.renderOptions.renderBefore??=e.firstChild,e}update(e){let t=this.render();this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(e),this._$Do=je(t,this.renderRoot,this.renderOptions)}connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}render(){return k}};P._$litElement$=!0,P.finalized=!0,Me.litElementHydrateSupport?.({LitElement:P});var Ne=Me.litElementPolyfillSupport;Ne?.({LitElement:P}),(Me.litElementVersions??=[]).push(`4.2.2`);var F=e=>(t,n)=>{n===void 0?customElements.define(e,t):n.addInitializer(()=>{customElements.define(e,t)})},Pe={attribute:!0,type:String,converter:v,reflect:!1,hasChanged:y},Fe=(e=Pe,t,n)=>{let{kind:r,metadata:i}=n,a=globalThis.litPropertyMetadata.get(i);if(a===void 0&&globalThis.litPropertyMetadata.set(i,a=new Map),r===`setter`&&((e=Object.create(e)).wrapped=!0),a.set(n.name,e),r===`accessor`){let{name:r}=n;return{set(n){let i=t.get.call(this);t.set.call(this,n),this.requestUpdate(r,i,e,!0,n)},init(t){return t!==void 0&&this.C(r,void 0,e,t),t}}}if(r===`setter`){let{name:r}=n;return function(n){let i=this[r];t.call(this,n),this.requestUpdate(r,i,e,!0,n)}}throw Error(`Unsupported decorator location: `+r)};function I(e){return(t,n)=>typeof n==`object`?Fe(e,t,n):((e,t,n)=>{let r=t.hasOwnProperty(n);return t.constructor.createProperty(n,e),r?Object.getOwnPropertyDescriptor(t,n):void 0})(e,t,n)}function L(e){return I({...e,state:!0,attribute:!1})}var Ie=(e,t,n)=>(n.configurable=!0,n.enumerable=!0,Reflect.decorate&&typeof t!=`object`&&Object.defineProperty(e,t,n),n);function R(e,t){return(n,r,i)=>{let a=t=>t.renderRoot?.querySelector(e)??null;if(t){let{get:e,set:t}=typeof r==`object`?n:i??(()=>{let e=Symbol();return{get(){return this[e]},set(t){this[e]=t}}})();return Ie(n,r,{get(){let n=e.call(this);return n===void 0&&(n=a(this),(n!==null||this.hasUpdated)&&t.call(this,n)),n}})}return Ie(n,r,{get(){return a(this)}})}}var Le={ATTRIBUTE:1,CHILD:2,PROPERTY:3,BOOLEAN_ATTRIBUTE:4,EVENT:5,ELEMENT:6},Re=e=>(...t)=>({_$litDirective$:e,values:t}),ze=class{constructor(e){}get _$AU(){return this._$AM._$AU}_$AT(e,t,n){this._$Ct=e,this._$AM=t,this._$Ci=n}_$AS(e,t){return this.update(e,t)}update(e,t){return this.render(...t)}},{I:Be}=ke,Ve=e=>e,He=()=>document.createComment(``),z=(e,t,n)=>{let r=e._$AA.parentNode,i=t===void 0?e._$AB:t._$AA;if(n===void 0)n=new Be(r.insertBefore(He(),i),r.insertBefore(He(),i),e,e.options);else{let t=n._$AB.nextSibling,a=n._$AM,o=a!==e;if(o){let t;n._$AQ?.(e),n._$AM=e,n._$AP!==void 0&&(t=e._$AU)!==a._$AU&&n._$AP(t)}if(t!==i||o){let e=n._$AA;for(;e!==t;){let t=Ve(e).nextSibling;Ve(r).insertBefore(e,i),e=t}}}return n},B=(e,t,n=e)=>(e._$AI(t,n),e),Ue={},We=(e,t=Ue)=>e._$AH=t,Ge=e=>e._$AH,Ke=e=>{e._$AR(),e._$AA.remove()},qe=Re(class extends ze{constructor(){super(...arguments),this.key=A}render(e,t){return this.key=e,t}update(e,[t,n]){return t!==this.key&&(We(e),this.key=t),n}}),V=o`
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
  a.button {
    color: inherit;
    text-decoration: none;
  }
  a.button.main {
    color: var(--on-accent);
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
`,Je={chat:`M4 5.5A2.5 2.5 0 0 1 6.5 3h11A2.5 2.5 0 0 1 20 5.5v8a2.5 2.5 0 0 1-2.5 2.5H10l-4.5 4v-4.09A2.5 2.5 0 0 1 4 13.5z`,down:`m5 9 7 7 7-7`,close:`M6 6l12 12M18 6 6 18`,send:`M12 19V5m0 0-6 6m6-6 6 6`,person:`M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm-7 8c.7-3.6 3.5-5.5 7-5.5s6.3 1.9 7 5.5`,lock:`M7 11V8a5 5 0 0 1 10 0v3m-11 0h12v9H6z`,check:`m5 12.5 4.5 4.5L19 7.5`,thumb:`M7 11v9H4v-9zm0 0 4-7c1.7 0 2.6 1.2 2.3 2.8L12.7 10H18a2 2 0 0 1 2 2.4l-1.2 6A2 2 0 0 1 16.8 20H7`,flag:`M6 21V4h11l-2 4 2 4H6`,box:`m12 3 8 4.3v9.4L12 21l-8-4.3V7.3zm0 9 8-4.7M12 12 4 7.3M12 12v9`,search:`M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zm5-2 4 4`,warning:`M12 4 2.5 20h19zM12 10v4.5m0 2.4v.1`,stop:`M7 7h10v10H7z`,upload:`M12 16V4m0 0L7 9m5-5 5 5M4 16v4h16v-4`,file:`M6 3h8l4 4v14H6zm8 0v4h4`,back:`m14 5-7 7 7 7`,door:`M10 5H5v14h5m-1-7h11m0 0-4-4m4 4-4 4`};function H(e,t=18){return O`<svg
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
    ${ve`<path d=${Je[e]}></path>`}
  </svg>`}var Ye=o`
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
`,Xe=navigator.language||`en-US`;function Ze(e){let t=new Intl.PluralRules(e);return(e,n)=>n[t.select(e)]??n.other}var Qe=Ze(`de`),$e={loading:`Wird geladen …`,tryAgain:`Erneut versuchen`,offline:`Sie sind offline, oder der Dienst ist nicht erreichbar.`,unreachable:`Der Dienst ist nicht erreichbar. Bitte prüfen Sie Ihre Verbindung.`,somethingWentWrong:`Etwas ist schiefgegangen.`,error:e=>`Fehler ${e}`,duration:{milliseconds:e=>`${e} ms`,seconds:e=>`${e} s`,minutes:e=>`${e} min`,hours:e=>`${e} Std.`,hoursAndMinutes:(e,t)=>`${e} Std. ${t}`,days:e=>Qe(e,{one:`${e} Tag`,other:`${e} Tage`})},hidden:e=>`${e} verborgen`,whyHidden:`Zu Ihrem Schutz verborgen: Der Assistent sieht und braucht es nicht.`,personalData:`persönliche Angabe`,personalDataOf:{CARD:`Kartennummer`,SSN:`Sozialversicherungsnummer`,IBAN:`Bankverbindung`,BANK_ACCOUNT:`Bankverbindung`,EMAIL:`E-Mail-Adresse`,PHONE:`Telefonnummer`,ADDRESS:`Adresse`,NAME:`Name`,DATE_OF_BIRTH:`Geburtsdatum`,IP:`IP-Adresse`,NATIONAL_ID:`Ausweisnummer`,PASSPORT:`Reisepassnummer`,DRIVING_LICENCE:`Führerscheinnummer`,SECRET:`Passwort oder Code`,DIGITS:`Teil einer Nummer`}},et={chat:`Chat`,open:`Chat öffnen`,openWithNews:e=>`Chat öffnen: ${e} neu`,close:`Chat schließen`,offer:`Hilfsangebot`,dismissOffer:`Nein, danke`,end:`Gespräch beenden`,conversation:`Gespräch`,newMessages:`Neue Nachrichten`,opening:`Der Chat wird geöffnet …`,connectionLost:`Die Verbindung ist unterbrochen. Neuer Versuch …`,tryAgain:`Erneut versuchen`,sending:`Wird gesendet …`,notSent:e=>`Nicht gesendet: ${e}`,writes:`Der Assistent schreibt`,person:`Person`,assistant:`Assistent`,aiAssistant:`KI-Assistent`,answers:{open:`antwortet sofort, Tag und Nacht`,waiting_for_human:`holt eine Person dazu`,waiting_for_approval:`wartet auf die Freigabe durch unser Team`,with_human:`eine Person ist für Sie da`,closed:`Dieses Gespräch ist beendet`},personIsHere:`ist jetzt für Sie da`,since:e=>` seit ${e}`,inQueue:e=>`Sie warten${e} auf eine Person. Schreiben Sie ruhig weiter: Sie wird es lesen.`,beingApproved:e=>`Unser Team prüft Ihr Anliegen${e}. Die Antwort kommt hier.`,consentGiven:`Vielen Dank. Der Assistent darf Ihre Nachrichten jetzt lesen.`,consentRefused:`Der Assistent liest Ihre Nachrichten nicht. Die Schaltflächen funktionieren weiterhin, und eine Person kann Ihnen helfen.`,yourMessage:`Ihre Nachricht`,write:`Nachricht schreiben …`,writeToTeam:`An unser Team schreiben …`,send:`Senden`,choices:`Antworten zur Auswahl`,stop:`Anhalten`,talkToPerson:`Mit einer Person sprechen`,actionDone:e=>`${e}: erledigt`,reference:`Vorgangsnummer`,sources:`Quellen`,source:(e,t)=>`Quelle ${e}: ${t}`,readArticle:`Artikel lesen`,quote:{open:`Bitte prüfen und bestätigen`,busy:`Einen Moment …`,done:`Bestätigt`,approval:`Wartet auf die Freigabe durch unser Team`,past:`Nicht mehr offen`},youPay:`Sie zahlen`,youGetBack:`Sie bekommen zurück`,order:e=>`Bestellung ${e}`,orderSteps:{pending:`Bestellt`,processed:`Verpackt`,shipped:`Unterwegs`,delivered:`Zugestellt`},expected:e=>` · voraussichtlich ${e}`,wasHelpful:`War das hilfreich?`,thanksForTelling:`Danke für Ihre Rückmeldung.`,helpful:`Ja, hilfreich`,notHelpful:`Nein, nicht hilfreich`,howDidWeDo:`Wie zufrieden sind Sie?`,inYourWords:`In Ihren Worten (freiwillig)`,faces:[`Sehr schlecht`,`Schlecht`,`Weder gut noch schlecht`,`Gut`,`Sehr gut`],sendRating:`Bewertung senden`,thanksForRating:`Vielen Dank für Ihre Bewertung.`,startAnew:`Neues Gespräch beginnen`},tt=Ze(`en`),nt={loading:`Loading…`,tryAgain:`Try again`,offline:`You are offline, or the service cannot be reached.`,unreachable:`The service cannot be reached. Check your connection.`,somethingWentWrong:`Something went wrong.`,error:e=>`Error ${e}`,duration:{milliseconds:e=>`${e} ms`,seconds:e=>`${e} s`,minutes:e=>`${e} min`,hours:e=>`${e} h`,hoursAndMinutes:(e,t)=>`${e} h ${t}`,days:e=>tt(e,{one:`${e} day`,other:`${e} days`})},hidden:e=>`${e} hidden`,whyHidden:`Hidden to protect you: the assistant neither sees nor needs it.`,personalData:`personal data`,personalDataOf:{CARD:`card number`,SSN:`social security number`,IBAN:`bank account`,BANK_ACCOUNT:`bank account`,EMAIL:`e-mail address`,PHONE:`phone number`,ADDRESS:`address`,NAME:`name`,DATE_OF_BIRTH:`date of birth`,IP:`IP address`,NATIONAL_ID:`ID number`,PASSPORT:`passport number`,DRIVING_LICENCE:`driving licence number`,SECRET:`password or code`,DIGITS:`part of a number`}},rt={chat:`Chat`,open:`Open the chat`,openWithNews:e=>`Open the chat: ${e} new`,close:`Close the chat`,offer:`Offer of help`,dismissOffer:`No, thank you`,end:`End the conversation`,conversation:`Conversation`,newMessages:`New messages`,opening:`Opening the chat…`,connectionLost:`Connection lost. Trying again…`,tryAgain:`Try again`,sending:`Sending…`,notSent:e=>`Not sent: ${e}`,writes:`The assistant is writing`,person:`person`,assistant:`Assistant`,aiAssistant:`AI assistant`,answers:{open:`answers at once, day and night`,waiting_for_human:`is bringing in a person`,waiting_for_approval:`waits for a colleague`,with_human:`a person is with you`,closed:`This conversation has ended`},personIsHere:`is with you now`,since:e=>` since ${e}`,inQueue:e=>`You are in the queue for a person${e}. You can keep writing: they will read it.`,beingApproved:e=>`A colleague is checking your request${e}. The answer comes here.`,consentGiven:`Thank you. The assistant may read your messages now.`,consentRefused:`The assistant will not read your messages. Buttons still work, and a person can help you.`,yourMessage:`Your message`,write:`Write a message…`,writeToTeam:`Write to the team…`,send:`Send`,choices:`Answers to choose from`,stop:`Stop`,talkToPerson:`Talk to a person`,actionDone:e=>`${e}: done`,reference:`Reference`,sources:`Sources`,source:(e,t)=>`Source ${e}: ${t}`,readArticle:`Read the article`,quote:{open:`Please check and confirm`,busy:`One moment…`,done:`Confirmed`,approval:`Waiting for a colleague's approval`,past:`No longer open`},youPay:`You pay`,youGetBack:`You get back`,order:e=>`Order ${e}`,orderSteps:{pending:`Placed`,processed:`Packed`,shipped:`On its way`,delivered:`Delivered`},expected:e=>` · expected ${e}`,wasHelpful:`Was this helpful?`,thanksForTelling:`Thanks for telling us.`,helpful:`Yes, helpful`,notHelpful:`No, not helpful`,howDidWeDo:`How did we do?`,inYourWords:`In your words (optional)`,faces:[`Very bad`,`Bad`,`Neither good nor bad`,`Good`,`Very good`],sendRating:`Send rating`,thanksForRating:`Thank you for your rating.`,startAnew:`Start a new conversation`};function it(e,t=at()){for(let n of t){let t=e[n]??e[n.split(`-`)[0]??``];if(t)return t}return e.en}function at(e=globalThis.document?.documentElement,t=globalThis.navigator?.languages??[]){return e?.lang&&e.dataset.language!==`of-the-reader`?[e.lang]:t}function ot(e=at(),t=globalThis.navigator?.languages??[]){let[n=`en-US`]=e;return t.find(e=>e.split(`-`)[0]===n)??n}function st(e=globalThis.document?.documentElement){return e?.dataset.language===`of-the-reader`}var U=it(st()?{en:nt}:{en:nt,de:$e}),W=it({en:rt,de:et});function G(e,t,n,r){var i=arguments.length,a=i<3?t:r===null?r=Object.getOwnPropertyDescriptor(t,n):r,o;if(typeof Reflect==`object`&&typeof Reflect.decorate==`function`)a=Reflect.decorate(e,t,n,r);else for(var s=e.length-1;s>=0;s--)(o=e[s])&&(a=(i<3?o(a):i>3?o(t,n,a):o(t,n))||a);return i>3&&a&&Object.defineProperty(t,n,a),a}var ct=class extends P{static{this.styles=[V,o`
      :host {
        position: absolute;
        inset-block-end: 76px;
        inset-inline-end: 0;
        inline-size: min(300px, calc(100vw - 40px));
      }
      section {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 10px 4px;
        padding: 14px 8px 14px 16px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
        animation: rise 180ms ease-out;
      }
      .close {
        display: grid;
        place-items: center;
        inline-size: 32px;
        block-size: 32px;
        margin-block-start: -6px;
        border: 0;
        border-radius: 50%;
        background: none;
        color: var(--muted);
      }
      .close:hover {
        background: var(--accent-soft);
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        grid-column: 1 / -1;
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
      @media (prefers-reduced-motion: reduce) {
        section {
          animation: none;
        }
      }
    `]}render(){return O`<section aria-label=${W.offer} @keydown=${this.onKey}>
      <p>${this.offer.text}</p>
      <button class="close" aria-label=${W.dismissOffer} title=${W.dismissOffer} @click=${this.dismiss}>
        ${H(`close`,16)}
      </button>
      <div class="choices">
        ${this.offer.actions.map((e,t)=>O`<button class="button ${t===0?`main`:``}" @click=${()=>this.take(e)}>${e.label}</button>`)}
      </div>
    </section>`}take(e){this.dispatchEvent(new CustomEvent(`offer-take`,{detail:e}))}dismiss(){this.dispatchEvent(new CustomEvent(`offer-dismiss`))}onKey(e){e.key===`Escape`&&this.dismiss()}};G([I({attribute:!1})],ct.prototype,`offer`,void 0),ct=G([F(`chat-offer`)],ct);var lt=(e,t,n)=>{let r=new Map;for(let i=t;i<=n;i++)r.set(e[i],i);return r},ut=Re(class extends ze{constructor(e){if(super(e),e.type!==Le.CHILD)throw Error(`repeat() can only be used in text expressions`)}dt(e,t,n){let r;n===void 0?n=t:t!==void 0&&(r=t);let i=[],a=[],o=0;for(let t of e)i[o]=r?r(t,o):o,a[o]=n(t,o),o++;return{values:a,keys:i}}render(e,t,n){return this.dt(e,t,n).values}update(e,[t,n,r]){let i=Ge(e),{values:a,keys:o}=this.dt(t,n,r);if(!Array.isArray(i))return this.ut=o,a;let s=this.ut??=[],c=[],l,u,d=0,f=i.length-1,p=0,m=a.length-1;for(;d<=f&&p<=m;)if(i[d]===null)d++;else if(i[f]===null)f--;else if(s[d]===o[p])c[p]=B(i[d],a[p]),d++,p++;else if(s[f]===o[m])c[m]=B(i[f],a[m]),f--,m--;else if(s[d]===o[m])c[m]=B(i[d],a[m]),z(e,c[m+1],i[d]),d++,m--;else if(s[f]===o[p])c[p]=B(i[f],a[p]),z(e,i[d],i[f]),f--,p++;else if(l===void 0&&(l=lt(o,p,m),u=lt(s,d,f)),l.has(s[d])){if(l.has(s[f])){let t=u.get(o[p]),n=t===void 0?null:i[t];if(n===null){let t=z(e,i[d]);B(t,a[p]),c[p]=t}else c[p]=B(n,a[p]),z(e,i[d],n),i[t]=null;p++}else Ke(i[f]),f--}else Ke(i[d]),d++;for(;p<=m;){let t=z(e,c[m+1]);B(t,a[p]),c[p++]=t}for(;d<=f;){let e=i[d++];e!==null&&Ke(e)}return this.ut=o,We(e,c),k}}),dt=(e,t=Xe)=>new Intl.NumberFormat(t,{style:`currency`,currency:e.currency}).format(Number(e.amount)),ft=e=>({...e,amount:e.amount.replace(/^-/,``)}),pt=(e,t=Xe)=>new Intl.DateTimeFormat(t,{hour:`numeric`,minute:`2-digit`}).format(new Date(e)),mt=(e,t=Xe)=>new Intl.DateTimeFormat(t,{day:`numeric`,month:`short`,year:`numeric`}).format(new Date(e));function ht(e){let t=e.replaceAll(`_`,` `);return t.charAt(0).toUpperCase()+t.slice(1)}var gt=U.personalDataOf,_t=RegExp(`\\[(${Object.keys(gt).join(`|`)})(?:_\\d{1,6})?\\]`,`g`);function vt(e){let t=[],n=0;for(let r of e.matchAll(_t))r.index>n&&t.push({text:e.slice(n,r.index),hidden:null}),t.push({text:r[0],hidden:gt[r[1]??``]??U.personalData}),n=r.index+r[0].length;return n<e.length&&t.push({text:e.slice(n),hidden:null}),t}var yt=/^\s*[-*•]\s+/,bt=/^\s*\d{1,2}[.)]\s+/,xt=/^#{1,4}\s+/,St=/\*\*([^*]+)\*\*|\[([^\]]+)\]\((https?:\/\/[^\s)]+|\/[^\s)]*)\)|(https?:\/\/[^\s<>()]+[^\s<>().,;:!?])|(\/help\/[a-z0-9-]+)/g,Ct=(e,t)=>O`<a href=${e} target="_blank" rel="noopener noreferrer">${t}</a>`;function wt(e){return vt(e).map(e=>e.hidden?O`<span class="lock" title=${U.whyHidden}>${H(`lock`,13)}${U.hidden(e.hidden)}</span>`:e.text)}function Tt(e,t){let n=[],r=0;for(let i of e.matchAll(St)){let[a,o,s,c,l,u]=i;n.push(...wt(e.slice(r,i.index))),o===void 0?s!==void 0&&c!==void 0?n.push(Ct(c.startsWith(`/`)?t+c:c,s)):l===void 0?u!==void 0&&n.push(Ct(t+u,ht(u.slice(6).replaceAll(`-`,`_`)))):n.push(Ct(l,l)):n.push(O`<strong>${wt(o)}</strong>`),r=i.index+a.length}return n.push(...wt(e.slice(r))),n}function Et(e,t){let n=n=>e.map(e=>O`<li>${Tt(e.replace(n,``),t)}</li>`);return e.every(e=>yt.test(e))?O`<ul class="list">${n(yt)}</ul>`:e.every(e=>bt.test(e))?O`<ol class="list">${n(bt)}</ol>`:e.length===1&&xt.test(e[0]??``)?O`<p><strong>${Tt((e[0]??``).replace(xt,``),t)}</strong></p>`:O`<p>${e.map((e,n)=>O`${n?O`<br />`:``}${Tt(e,t)}`)}</p>`}var Dt=e=>yt.test(e)?`ul`:bt.test(e)?`ol`:xt.test(e)?`h`:`p`;function K(e,t=``){let n=[],r=``;for(let t of e.split(/\r?\n/)){let e=t.trim()===``?``:Dt(t);e&&(e!==r||e===`h`)&&n.push([]),e&&n.at(-1)?.push(t),r=e}return n.map(e=>Et(e,t))}var Ot=o`
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
`,kt=8e3,q=class extends P{constructor(...e){super(...e),this.canAskForPerson=!0,this.canStop=!1,this.hint=W.write,this.text=``}static{this.styles=[V,o`
      :host {
        display: block;
        padding: 10px 12px 12px;
        border-block-start: 1px solid var(--line);
        background: var(--surface);
      }
      form {
        display: flex;
        align-items: flex-end;
        gap: 4px;
        padding: 4px;
        border: 1px solid var(--line-strong);
        border-radius: 22px;
        background: var(--raised);
      }
      form:focus-within {
        border-color: var(--accent-text);
        box-shadow: 0 0 0 1px var(--accent-text);
      }
      textarea {
        flex: 1;
        min-block-size: 36px;
        max-block-size: 132px;
        padding: 7px 10px;
        border: 0;
        background: none;
        outline: none;
        resize: none;
        field-sizing: content;
      }
      textarea:focus-visible {
        outline: none;
      }
      .send {
        border-radius: 50%;
        background: var(--accent);
        color: var(--on-accent);
      }
      .send:hover:not(:disabled) {
        background: color-mix(in srgb, var(--accent) 85%, var(--text));
      }
      .stop {
        display: inline-flex;
        align-items: center;
        gap: 4px;
        block-size: 36px;
        padding-inline: 10px 12px;
        border: 1px solid var(--line-strong);
        border-radius: 18px;
        background: transparent;
        font-size: 13px;
        font-weight: 600;
      }
      .stop:hover {
        background: var(--accent-soft);
      }
      .below {
        display: flex;
        justify-content: space-between;
        align-items: center;
        margin-block-start: 8px;
        padding-inline: 4px;
      }
      .person {
        display: inline-flex;
        gap: 6px;
        align-items: center;
        min-block-size: 30px;
        padding: 3px 12px;
        border: 1px solid var(--accent-line);
        border-radius: 999px;
        background: transparent;
        color: var(--accent-text);
        font-size: 13px;
        font-weight: 600;
      }
      .person:hover:not(:disabled) {
        background: var(--accent-soft);
      }
    `]}async focusField(){await this.updateComplete,this.field.focus()}render(){return O`
      <form @submit=${this.submit}>
        <textarea
          rows="1"
          maxlength=${kt}
          aria-label=${W.yourMessage}
          placeholder=${this.hint}
          .value=${this.text}
          @input=${()=>this.write(this.field.value)}
          @keydown=${this.onKey}
        ></textarea>
        ${this.canStop?O`<button class="stop" type="button" @click=${this.stop}>${H(`stop`,16)}${W.stop}</button>`:A}
        <button class="icon send" aria-label=${W.send} ?disabled=${!this.text.trim()}>${H(`send`)}</button>
      </form>
      <div class="below">
        <button class="person" ?disabled=${!this.canAskForPerson} @click=${()=>this.dispatchEvent(new CustomEvent(`chat-handoff`))}>
          ${H(`person`,16)}${W.talkToPerson}
        </button>
        <slot></slot>
      </div>
    `}write(e){this.text=e,this.dispatchEvent(new CustomEvent(`chat-draft`,{detail:e}))}onKey(e){e.key!==`Enter`||e.shiftKey||e.isComposing||(e.preventDefault(),this.submit(e))}stop(){this.dispatchEvent(new CustomEvent(`chat-stop`)),this.field.focus()}submit(e){e.preventDefault();let t=this.text.trim();t&&(this.write(``),this.dispatchEvent(new CustomEvent(`chat-say`,{detail:t})),this.field.focus())}};G([I({type:Boolean})],q.prototype,`canAskForPerson`,void 0),G([I({type:Boolean})],q.prototype,`canStop`,void 0),G([I()],q.prototype,`hint`,void 0),G([I()],q.prototype,`text`,void 0),G([R(`textarea`)],q.prototype,`field`,void 0),q=G([F(`chat-composer`)],q);var At=`Yes, I agree`,jt=class extends P{constructor(...e){super(...e),this.citations=[],this.server=``,this.shown=-1}static{this.styles=[V,Ot,o`
      :host {
        max-inline-size: 100%;
      }
      .chips {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .source {
        display: inline-flex;
        align-items: center;
        gap: 6px;
        max-inline-size: 100%;
        min-block-size: 28px;
        padding: 2px 10px 2px 3px;
        border: 1px solid var(--line);
        border-radius: 999px;
        background: var(--raised);
        font-size: 13px;
      }
      .source:hover,
      .source[aria-expanded="true"] {
        border-color: var(--accent-line);
        background: var(--accent-soft);
      }
      .number {
        display: grid;
        flex: none;
        place-items: center;
        inline-size: 20px;
        block-size: 20px;
        border-radius: 50%;
        background: var(--accent-soft);
        color: var(--accent-text);
        font-size: 12px;
        font-weight: 700;
      }
      .title {
        overflow: hidden;
        white-space: nowrap;
        text-overflow: ellipsis;
      }
      blockquote {
        margin: 8px 0 0;
        padding: 8px 12px;
        border-inline-start: 3px solid var(--accent);
        border-radius: 4px;
        background: var(--sunken);
        font-size: 14px;
      }
      blockquote a {
        display: inline-block;
        margin-block-start: 6px;
        font-size: 13px;
      }
    `]}render(){let e=this.citations[this.shown];return O`
      <div class="chips" role="group" aria-label=${W.sources}>
        ${this.citations.map((e,t)=>O`<button
            class="source"
            aria-expanded=${this.shown===t?`true`:`false`}
            aria-label=${W.source(t+1,e.title)}
            @click=${()=>this.toggle(t)}
          >
            <span class="number">${t+1}</span><span class="title">${e.title}</span>
          </button>`)}
      </div>
      ${e?O`<blockquote>
            <div class="text">${e.quote?K(e.quote,this.server):e.title}</div>
            ${this.link(e)}
          </blockquote>`:A}
    `}async toggle(e){this.shown=this.shown===e?-1:e,await this.updateComplete,this.renderRoot.querySelector(`blockquote`)?.scrollIntoView({block:`nearest`})}link(e){let t=e.url??``;return/^(https?:\/\/|\/)/.test(t)?O`<a href=${t.startsWith(`/`)?this.server+t:t} target="_blank" rel="noopener noreferrer">${W.readArticle}</a>`:A}};G([I({attribute:!1})],jt.prototype,`citations`,void 0),G([I()],jt.prototype,`server`,void 0),G([L()],jt.prototype,`shown`,void 0),jt=G([F(`chat-citations`)],jt);var Mt=class extends P{constructor(...e){super(...e),this.messageId=``}static{this.styles=[V,o`
      div {
        display: flex;
        align-items: center;
        gap: 2px;
        min-block-size: 30px;
        font-size: 13px;
        color: var(--muted);
      }
      .icon {
        inline-size: 30px;
        block-size: 30px;
      }
      .down svg {
        transform: rotate(180deg);
      }
      [aria-pressed="true"] {
        color: var(--accent-text);
        background: var(--accent-soft);
      }
    `]}render(){let e=this.given===void 0?W.wasHelpful:W.thanksForTelling;return O`<div role="group" aria-label=${W.wasHelpful}>
      <span>${e}</span>
      ${this.button(!0,W.helpful)}${this.button(!1,W.notHelpful)}
    </div>`}button(e,t){return O`<button
      class="icon ${e?``:`down`}"
      aria-label=${t}
      aria-pressed=${this.given===e?`true`:`false`}
      @click=${()=>this.dispatchEvent(new CustomEvent(`chat-helpful`,{detail:{id:this.messageId,isHelpful:e},bubbles:!0,composed:!0}))}
    >
      ${H(`thumb`,16)}
    </button>`}};G([I()],Mt.prototype,`messageId`,void 0),G([I({attribute:!1})],Mt.prototype,`given`,void 0),Mt=G([F(`helpful-question`)],Mt);var Nt=Object.entries(W.orderSteps),Pt=class extends P{constructor(...e){super(...e),this.result={},this.locale=`en-US`}static{this.styles=[V,o`
      section {
        display: grid;
        gap: 10px;
      }
      header {
        display: flex;
        justify-content: space-between;
        font-size: 13px;
        font-weight: 600;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(4, 1fr);
        gap: 4px;
        font-size: 12px;
        color: var(--muted);
      }
      li::before {
        content: "";
        display: block;
        block-size: 5px;
        margin-block-end: 5px;
        border-radius: 3px;
        background: var(--line);
      }
      li.reached::before {
        background: var(--accent);
      }
      li[aria-current] {
        color: var(--text);
        font-weight: 650;
      }
    `]}render(){let{order_id:e,status:t=``,shipments:n=[]}=this.result,r=Nt.findIndex(([e])=>e===t);return O`<section class="card" aria-label=${W.order(e??``)}>
      <header><span class="mono">${e??``}</span>${r<0?O`<span>${ht(t)}</span>`:A}</header>
      ${r<0?A:O`<ol>
            ${Nt.map(([,e],t)=>O`<li class=${t<=r?`reached`:``} aria-current=${t===r?`step`:A}>${e}</li>`)}
          </ol>`}
      ${n.map(e=>O`<div class="small muted">
          ${e.carrier} <span class="mono">${e.tracking_number}</span>${e.estimated_delivery&&t===`shipped`?W.expected(mt(e.estimated_delivery,this.locale)):A}
        </div>`)}
    </section>`}};G([I({attribute:!1})],Pt.prototype,`result`,void 0),G([I()],Pt.prototype,`locale`,void 0),Pt=G([F(`parcel-card`)],Pt);var J=class extends P{constructor(...e){super(...e),this.call=null,this.clear=[],this.quoteState=`open`,this.server=``,this.locale=`en-US`}static{this.styles=[V,Ot,o`
      section {
        border: 1px solid var(--accent-line);
        border-radius: var(--radius);
        background: var(--raised);
        overflow: hidden;
      }
      header {
        display: flex;
        justify-content: space-between;
        align-items: center;
        gap: 8px;
        padding: 8px 14px;
        background: var(--accent-soft);
        font-size: 13px;
        font-weight: 600;
        color: var(--accent-text);
      }
      .body {
        display: grid;
        gap: 10px;
        padding: 12px 14px 14px;
      }
      .amount {
        font-size: 24px;
        font-weight: 680;
        letter-spacing: -0.01em;
        font-variant-numeric: tabular-nums;
      }
      .own {
        padding-inline-start: 10px;
        border-inline-start: 3px solid var(--accent-line);
        font-weight: 600;
      }
      .buttons {
        display: grid;
        gap: 8px;
      }
      section.past {
        border-color: var(--line);
      }
      section.past header {
        background: var(--sunken);
        color: var(--muted);
      }
    `]}render(){let{amount:e}=this.call?.result??{},t=this.call?.arguments.order_id;return O`<section class=${this.quoteState===`past`||this.quoteState===`done`?`past`:``} aria-label=${W.quote[this.quoteState]}>
      <header>
        <span>${W.quote[this.quoteState]}</span>
        ${this.quoteState===`done`?H(`check`,16):A}
        ${typeof t==`string`?O`<span class="mono">${t}</span>`:A}
      </header>
      <div class="body">
        ${e?O`<div><div class="small muted">${this.meaning(e)}</div><div class="amount">${dt(ft(e),this.locale)}</div></div>`:A}
        <div class="text">${K(this.message.text,this.server)}</div>
        ${this.clear.map(e=>O`<div class="own">${e}</div>`)}
        ${this.quoteState===`open`||this.quoteState===`busy`?this.buttons():A}
      </div>
    </section>`}meaning(e){let t=this.call?.name??``;return t!==`exchange_items`&&t!==`change_order_items`?ht(t):e.amount.startsWith(`-`)?W.youGetBack:W.youPay}buttons(){return O`<div class="buttons">
      ${this.message.actions.filter(e=>e.kind===`confirm`||e.kind===`cancel`).map(e=>O`<button
          class="button ${e.kind===`confirm`?`main`:``}"
          ?disabled=${this.quoteState===`busy`}
          @click=${()=>this.dispatchEvent(new CustomEvent(`chat-act`,{detail:{name:e.kind,quoteId:e.value},bubbles:!0,composed:!0}))}
        >
          ${e.label}
        </button>`)}
    </div>`}};G([I({attribute:!1})],J.prototype,`message`,void 0),G([I({attribute:!1})],J.prototype,`call`,void 0),G([I({attribute:!1})],J.prototype,`clear`,void 0),G([I()],J.prototype,`quoteState`,void 0),G([I()],J.prototype,`server`,void 0),G([I()],J.prototype,`locale`,void 0),J=G([F(`quote-card`)],J);var Y=class extends P{constructor(...e){super(...e),this.text=``,this.calls=[],this.quoteState=`open`,this.clear=[],this.isLatest=!1,this.opensGroup=!0,this.offersPerson=!1,this.server=``,this.locale=`en-US`}static{this.styles=[V,Ot,o`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 8px;
        justify-items: start;
      }
      .who {
        margin-block-start: 6px;
        font-size: 12px;
        color: var(--muted);
      }
      .bubble {
        max-inline-size: 88%;
        padding: 9px 13px;
        border-radius: 4px 16px 16px;
        background: var(--bubble);
      }
      .bubble:dir(rtl) {
        border-radius: 16px 4px 16px 16px;
      }
      .agent {
        background: var(--accent-soft);
      }
      :host([data-role="customer"]) {
        justify-items: end;
      }
      :host([data-role="customer"]) .bubble {
        border-radius: 16px 16px 4px;
        background: var(--accent);
        color: var(--on-accent);
      }
      :host([data-role="customer"]) .bubble a {
        color: inherit;
      }
      :host([data-role="system"]) {
        justify-items: center;
      }
      .line {
        max-inline-size: 92%;
        padding: 4px 12px;
        font-size: 13px;
        color: var(--muted);
        text-align: center;
      }
      quote-card,
      parcel-card,
      .wide {
        inline-size: 100%;
      }
      .replies {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .replies .button {
        border-radius: 999px;
        border-color: var(--accent-line);
        color: var(--accent-text);
        background: var(--surface);
      }
      .replies.equal {
        display: grid;
        grid-template-columns: 1fr 1fr;
        inline-size: 100%;
      }
      .receipt {
        display: grid;
        gap: 8px;
        inline-size: 100%;
        border-color: color-mix(in srgb, var(--ok) 35%, var(--surface));
      }
      .receipt header {
        display: flex;
        gap: 8px;
        align-items: center;
        font-weight: 650;
        color: var(--ok);
      }
      .reference {
        display: flex;
        justify-content: space-between;
        padding-block-start: 8px;
        border-block-start: 1px dashed var(--line);
        font-size: 13px;
      }
    `]}willUpdate(){this.dataset.role=this.message.role}render(){let{role:e,author:t,created_at:n,citations:r}=this.message;return e===`system`&&!r.length?O`<div class="line">${K(this.text,this.server)}</div>`:O`
      ${this.opensGroup&&e!==`customer`?O`<div class="who">${t.name.replace(` (AI)`,` · AI`)} · ${pt(n,this.locale)}</div>`:A}
      ${this.body()}
      ${r.length?O`<chat-citations class="wide" .citations=${r} .server=${this.server}></chat-citations>`:A}
      ${r.length?O`<helpful-question .messageId=${this.message.id} .given=${this.helpful}></helpful-question>`:A}
      ${this.isLatest?this.replies():A}
    `}body(){let{role:e,actions:t}=this.message,n=this.text;if(t.some(e=>e.kind===`confirm`)){let e=this.calls.find(e=>e.status===`needs_confirmation`)??null;return O`<quote-card
        .message=${this.message}
        .call=${e}
        .quoteState=${this.quoteState}
        .clear=${this.clear}
        .server=${this.server}
        .locale=${this.locale}
      ></quote-card>`}let r=this.calls.find(e=>e.status===`succeeded`&&e.result?.reference);if(r&&e===`assistant`)return O`<section class="card receipt">
        <header>${H(`check`,18)}${W.actionDone(ht(r.name))}</header>
        <div class="text">${K(n,this.server)}</div>
        <div class="reference"><span class="muted">${W.reference}</span><span class="mono">${r.result?.reference}</span></div>
      </section>`;let i=this.calls.find(e=>e.name===`track_order`&&e.status===`succeeded`);return O`
      <div class="bubble ${e}"><div class="text">${K(n,this.server)}</div></div>
      ${i?.result?O`<parcel-card .result=${i.result} .locale=${this.locale}></parcel-card>`:A}
    `}replies(){let e=this.message.actions.filter(e=>e.kind===`reply`||e.kind===`link`||e.kind===`handoff`&&this.offersPerson);return e.length?O`<div class="replies ${e.some(e=>Ft(e))?`equal`:``}" role="group" aria-label=${W.choices}>
      ${e.map(e=>this.reply(e))}
    </div>`:A}reply(e){return e.kind===`link`&&/^(https?:\/\/|\/)/.test(e.value)?O`<a class="button" href=${e.value.startsWith(`/`)?this.server+e.value:e.value} target="_blank" rel="noopener noreferrer">${e.label}</a>`:O`<button class="button" @click=${()=>this.press(e)}>${e.label}</button>`}press(e){let t=e.kind===`handoff`?`chat-handoff`:`chat-reply`;this.dispatchEvent(new CustomEvent(t,{detail:e,bubbles:!0,composed:!0}))}};G([I({attribute:!1})],Y.prototype,`message`,void 0),G([I()],Y.prototype,`text`,void 0),G([I({attribute:!1})],Y.prototype,`calls`,void 0),G([I()],Y.prototype,`quoteState`,void 0),G([I({attribute:!1})],Y.prototype,`clear`,void 0),G([I({type:Boolean})],Y.prototype,`isLatest`,void 0),G([I({type:Boolean})],Y.prototype,`opensGroup`,void 0),G([I({type:Boolean})],Y.prototype,`offersPerson`,void 0),G([I({attribute:!1})],Y.prototype,`helpful`,void 0),G([I()],Y.prototype,`server`,void 0),G([I()],Y.prototype,`locale`,void 0),Y=G([F(`chat-message`)],Y);var Ft=e=>e.value===`Yes, I agree`||e.value===`No, I do not agree`,It=o`
  section {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    overflow: hidden;
    border: 1px solid var(--line);
    border-radius: var(--panel-radius, 18px);
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  header {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 14px 10px 14px 16px;
    background: var(--accent);
    color: var(--on-accent);
  }
  header :focus-visible {
    outline-color: var(--on-accent);
  }
  .avatar {
    display: grid;
    place-items: center;
    inline-size: 38px;
    block-size: 38px;
    border-radius: 12px;
    border: 2px solid color-mix(in srgb, var(--on-accent) 45%, transparent);
    font-weight: 700;
  }
  .avatar.human {
    border-radius: 50%;
    background: var(--on-accent);
    color: var(--accent);
  }
  .answers {
    flex: 1;
    min-inline-size: 0;
  }
  h2 {
    font-size: 16px;
    font-weight: 650;
    line-height: 1.25;
  }
  .notice {
    padding: 8px 16px;
    border-block-end: 1px solid var(--line);
    background: var(--accent-soft);
    font-size: 13px;
  }
  .notice.warn {
    background: var(--warn-soft);
    color: var(--warn);
  }
  .notice.bad {
    background: var(--danger-soft);
    color: var(--danger);
  }
  .log {
    flex: 1;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 14px 16px 18px;
  }
  .news {
    align-self: center;
    margin-block-start: -40px;
    z-index: 1;
    border-radius: 999px;
    box-shadow: var(--shadow);
  }
  .log:focus-visible {
    outline-offset: -3px;
  }
  .messages {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 8px;
  }
  .empty {
    padding: 24px;
    text-align: center;
    color: var(--muted);
  }
  .draft,
  .typing {
    justify-self: start;
    max-inline-size: 88%;
    padding: 9px 13px;
    border-radius: 4px 16px 16px;
    background: var(--bubble);
  }
  .outgoing {
    display: grid;
    gap: 3px;
    justify-items: end;
    text-align: end;
  }
  .outgoing .bubble {
    max-inline-size: 88%;
    padding: 9px 13px;
    border-radius: 16px 16px 4px;
    background: var(--accent);
    color: var(--on-accent);
    text-align: start;
  }
  .outgoing.failed .bubble {
    background: var(--danger-soft);
    color: var(--text);
    border: 1px solid var(--danger);
  }
  .line {
    padding: 4px 12px;
    font-size: 13px;
    color: var(--muted);
    text-align: center;
  }
  .typing {
    display: flex;
    gap: 5px;
    padding-block: 14px;
  }
  .typing i {
    inline-size: 7px;
    block-size: 7px;
    border-radius: 50%;
    background: var(--muted);
    animation: blink 1.2s infinite ease-in-out;
  }
  .typing i:nth-child(2) {
    animation-delay: 0.15s;
  }
  .typing i:nth-child(3) {
    animation-delay: 0.3s;
  }
  @keyframes blink {
    0%,
    60%,
    100% {
      opacity: 0.3;
    }
    30% {
      opacity: 1;
    }
  }
`,Lt=[`M9 23.5c2-4.6 12-4.6 14 0`,`M10 22.5c2.5-2.5 9.5-2.5 12 0`,`M10 21.5h12`,`M10 20c2.5 3 9.5 3 12 0`,`M8.5 18.5c1.5 7.5 13.5 7.5 15 0z`];function Rt(e){return O`<svg
    width="36"
    height="36"
    viewBox="0 0 32 32"
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${ve`<circle cx="16" cy="16" r="13"></circle><circle cx="11.5" cy="13" r="1" fill="currentColor"></circle>
      <circle cx="20.5" cy="13" r="1" fill="currentColor"></circle><path d=${Lt[e-1]??``}></path>`}
  </svg>`}var zt=class extends P{constructor(...e){super(...e),this.given=null,this.score=0}static{this.styles=[V,o`
      :host {
        display: block;
        padding: 14px 16px 16px;
        border-block-start: 1px solid var(--line);
        background: var(--surface);
      }
      h2 {
        font-size: 15px;
        text-align: center;
      }
      .faces {
        display: flex;
        justify-content: center;
        gap: 6px;
        margin-block: 10px;
      }
      .face {
        padding: 6px;
        border: 1px solid transparent;
        border-radius: 50%;
        background: none;
        color: var(--muted);
        line-height: 0;
      }
      .face:hover,
      .face[aria-checked="true"] {
        color: var(--accent-text);
        background: var(--accent-soft);
        border-color: var(--accent-line);
      }
      form {
        display: grid;
        gap: 8px;
      }
      p {
        text-align: center;
        margin-block-end: 10px;
      }
      .button {
        inline-size: 100%;
      }
    `]}render(){let e=O`<button class="button" @click=${()=>this.dispatchEvent(new CustomEvent(`chat-new`))}>
      ${W.startAnew}
    </button>`;return this.given===null?O`
      <h2>${W.howDidWeDo}</h2>
      <div class="faces" role="radiogroup" aria-label=${W.howDidWeDo}>${[1,2,3,4,5].map(e=>this.face(e))}</div>
      ${this.score?O`<form @submit=${this.send}>
            <label class="visually-hidden" for="words">${W.inYourWords}</label>
            <textarea id="words" rows="2" maxlength="2000" placeholder=${W.inYourWords}></textarea>
            <button class="button main">${W.sendRating}</button>
          </form>`:A}
      ${this.score?A:e}
    `:O`<p>${W.thanksForRating}</p>${e}`}face(e){return O`<button
      class="face"
      role="radio"
      aria-checked=${this.score===e?`true`:`false`}
      aria-label=${W.faces[e-1]??``}
      title=${W.faces[e-1]??``}
      @click=${()=>this.score=e}
    >
      ${Rt(e)}
    </button>`}send(e){e.preventDefault();let t={score:this.score,comment:this.words?.value.trim()??``};this.dispatchEvent(new CustomEvent(`chat-rate`,{detail:t}))}};G([I({attribute:!1})],zt.prototype,`given`,void 0),G([L()],zt.prototype,`score`,void 0),G([R(`textarea`)],zt.prototype,`words`,void 0),zt=G([F(`chat-rating`)],zt);function Bt(e,t){let n=e.messages.filter(e=>e.actions.some(e=>e.kind===`confirm`)),r=new Map;for(let[i,a]of n.entries()){let o=n[i+1],s=e.messages.filter(e=>e.seq>a.seq&&(!o||e.seq<o.seq)).some(t=>e.callsOf(t.turn_id).some(e=>e.status===`succeeded`&&e.result?.reference)),c=!o&&e.pending!==null;c&&e.status===`waiting_for_approval`?r.set(a.id,`approval`):c&&e.status===`open`?r.set(a.id,t?`busy`:`open`):r.set(a.id,s?`done`:`past`)}return r}function Vt(e){let t=e.handoff?.claimed_by;return e.status===`with_human`&&t?{name:t,words:W.personIsHere,isPerson:!0}:{name:e.messages.findLast(e=>e.role===`assistant`)?.author.name.replace(` (AI)`,``)??W.assistant,words:W.answers[e.status],isPerson:!1}}var Ht=120,Ut=new Set([`not_understood`,`no_answer_found`,`error`,`action_refused`]),X=class extends P{constructor(...e){super(...e),this.version=0,this.locale=`en-US`,this.announced=``,this.hasNews=!1,this.lastShown=``,this.isAtEnd=!0,this.lastTop=0,this.growth=null}static{this.styles=[V,Ot,It]}focusComposer(){this.updateComplete.then(()=>this.composer?.focusField())}announce(e){this.announced=`${e.author.name}: ${e.text}`}disconnectedCallback(){super.disconnectedCallback(),this.growth?.disconnect()}firstUpdated(){this.growth=new ResizeObserver(()=>this.keepEnd()),this.growth.observe(this.log),this.growth.observe(this.inner)}updated(){let e=this.inner.querySelector(`chat-message:last-of-type`),t=e?.dataset.key??``;e&&t!==this.lastShown&&(this.lastShown=t,this.hasNews=!this.isAtEnd)}keepEnd(){if(!this.isAtEnd)return;let e=this.inner.lastElementChild,t=e instanceof HTMLElement?e.offsetTop-this.log.offsetTop-12:0;this.log.scrollTop=Math.min(t,this.log.scrollHeight)}goToEnd(){this.isAtEnd=!0,this.hasNews=!1,this.log.scrollTop=this.log.scrollHeight}onScroll(){let{scrollTop:e,scrollHeight:t,clientHeight:n}=this.log;e<this.lastTop&&(this.isAtEnd=!1),t-e-n<Ht&&(this.isAtEnd=!0,this.hasNews=!1),this.lastTop=e}render(){return O`<section role="dialog" aria-label=${W.chat} @keydown=${this.onKey}>
      ${this.head()} ${this.lineNotice()}
      <div
        class="log"
        role="log"
        aria-live="off"
        aria-label=${W.conversation}
        tabindex="0"
        @chat-reply=${e=>this.press(e.detail)}
        @chat-handoff=${this.askForPerson}
        @chat-act=${this.act}
        @scroll=${this.onScroll}
        @chat-helpful=${e=>this.conversation.rateAnswer(e.detail.id,e.detail.isHelpful)}
      >
        <div class="messages">${this.messages()}</div>
      </div>
      ${this.hasNews?O`<button class="button small news" @click=${this.goToEnd}>${W.newMessages} ${H(`down`,14)}</button>`:A}
      <div class="visually-hidden" aria-live="polite">${this.announced}</div>
      ${this.foot()}
    </section>`}head(){let{name:e,words:t,isPerson:n}=Vt(this.conversation.transcript),r=this.conversation.isStarted&&!this.conversation.isClosed;return O`<header>
      <span class="avatar ${n?`human`:``}" aria-hidden="true">${e.charAt(0)}</span>
      <div class="answers">
        <h2>${e} · ${n?W.person:W.aiAssistant}</h2>
        <div class="small">${t}</div>
      </div>
      ${r?O`<button class="icon" aria-label=${W.end} title=${W.end} @click=${()=>this.conversation.close()}>
            ${H(`door`,20)}
          </button>`:A}
      <button class="icon" aria-label=${W.close} title=${W.close} @click=${this.leave}>${H(`down`,20)}</button>
    </header>`}lineNotice(){let{isOnline:e,problem:t,isStarted:n,transcript:r}=this.conversation;if(e===!1)return O`<div class="notice warn" role="status">${W.connectionLost}</div>`;if(t)return O`<div class="notice bad" role="alert">
        ${t}
        ${n?A:O`<button class="plain" @click=${()=>this.conversation.start()}>${W.tryAgain}</button>`}
      </div>`;let i=r.handoff?W.since(pt(r.handoff.waiting_since,this.locale)):``;return r.status===`waiting_for_human`?O`<div class="notice" role="status">${W.inQueue(i)}</div>`:r.status===`waiting_for_approval`?O`<div class="notice" role="status">${W.beingApproved(i)}</div>`:A}messages(){let{transcript:e,outgoing:t,notice:n,isStarting:r}=this.conversation,{messages:i,drafts:a}=e;if(!i.length&&!t.length)return O`<div class="empty">${r?W.opening:A}</div>`;let o=i.findLastIndex(e=>e.role===`customer`),s=Bt(e,this.conversation.busyAction!==``);return O`${ut(i.map((e,n)=>({message:e,before:i[n-1],isLatest:n>o&&!t.length})),({message:e})=>e.id,({message:t,before:n,isLatest:r})=>O`<chat-message
            data-key=${t.id}
            .message=${t}
            .text=${this.conversation.asWritten(t)}
            .calls=${e.callsToldBy(t)}
            .quoteState=${s.get(t.id)??`past`}
            .clear=${s.get(t.id)===`open`?this.conversation.clearOf(t):[]}
            .isLatest=${r&&e.status===`open`}
            .opensGroup=${n?.author.name!==t.author.name||n.role!==t.role}
            .offersPerson=${Ut.has(e.turns.get(t.turn_id??``)?.outcome??``)}
            .helpful=${this.conversation.helpful.get(t.id)}
            .server=${this.conversation.visitor.server}
            .locale=${this.locale}
          ></chat-message>`)}
      ${a.map(e=>O`<div class="draft" data-key=${e.id}><div class="text">${K(e.text)}</div></div>`)}
      ${n?O`<div class="line" data-key="notice">${n}</div>`:A}
      ${ut(t,e=>e.key,e=>this.own(e))}
      ${this.isTyping?O`<div class="typing" role="status" data-key="typing" aria-label=${W.writes}><i></i><i></i><i></i></div>`:A}`}get isTyping(){let{transcript:e,outgoing:t,busyAction:n}=this.conversation;if(e.drafts.length)return!1;let r=e.status===`open`&&(n!==``||t.some(e=>e.state===`sending`));return e.isAnswering||r}own(e){return O`<div class="outgoing ${e.state}" data-key=${e.key}>
      <div class="bubble"><div class="text">${K(e.text)}</div></div>
      ${e.state===`sending`?O`<div class="small muted">${W.sending}</div>`:O`<div class="error" role="alert">
            ${W.notSent(e.problem)}
            <button class="plain" @click=${()=>this.conversation.send(e)}>${W.tryAgain}</button>
          </div>`}
    </div>`}foot(){let{isClosed:e,transcript:t,rating:n,isStarted:r}=this.conversation;if(e)return O`<chat-rating
        .given=${n}
        @chat-rate=${e=>this.conversation.rate(e.detail.score,e.detail.comment)}
        @chat-new=${()=>this.dispatchEvent(new CustomEvent(`chat-new`))}
      ></chat-rating>`;let i=t.status!==`open`;return O`<chat-composer
      .canAskForPerson=${r&&!i}
      .canStop=${t.answeringTurn!==null&&this.conversation.stopping===``}
      .text=${this.conversation.draft}
      .hint=${i?W.writeToTeam:W.write}
      @chat-draft=${e=>this.conversation.draft=e.detail}
      @chat-say=${this.say}
      @chat-stop=${()=>this.conversation.stop()}
      @chat-handoff=${this.askForPerson}
    ></chat-composer>`}say(e){this.goToEnd(),this.conversation.say(e.detail)}act(e){this.goToEnd(),this.conversation.act(e.detail.name,e.detail.quoteId)}askForPerson(){this.goToEnd(),this.conversation.askForPerson()}press(e){this.goToEnd(),Ft(e)?this.conversation.agree(e.value===At):this.conversation.say(e.value),this.focusComposer()}leave(){this.dispatchEvent(new CustomEvent(`chat-close`))}onKey(e){e.key===`Escape`&&this.leave()}};G([I({attribute:!1})],X.prototype,`conversation`,void 0),G([I({attribute:!1})],X.prototype,`version`,void 0),G([I()],X.prototype,`locale`,void 0),G([L()],X.prototype,`announced`,void 0),G([R(`.log`)],X.prototype,`log`,void 0),G([R(`chat-composer`)],X.prototype,`composer`,void 0),G([R(`.messages`)],X.prototype,`inner`,void 0),G([L()],X.prototype,`hasNews`,void 0),X=G([F(`chat-panel`)],X);var Z=class e extends Error{constructor(e,t,n){super(n),this.status=e,this.code=t}get isPassing(){return this.status===0||this.status===429||this.status>=500}static async of(t){let n=await t.json().catch(()=>null)??{},r=(n.errors??[]).map(e=>`${e.field} ${e.message}`).join(`; `);return new e(t.status,n.code??`error`,r||n.detail||n.title||U.error(t.status))}static{this.offline=()=>new e(0,`offline`,U.unreachable)}},Wt=e=>e instanceof Error?e.message:U.somethingWentWrong,Gt=`staff-session-ended`,Kt=class{constructor(e,t=null){this.server=e,this.credential=t}get headers(){return this.credential===`session`?{"X-Staff-Session":`1`}:this.credential?{Authorization:`Bearer ${this.credential}`}:{}}get(e){return this.json(`GET`,e)}post(e,t={},n=``){return this.json(`POST`,e,t,n?{"Idempotency-Key":n}:{})}put(e,t){return this.json(`PUT`,e,t)}async delete(e){await this.send(`DELETE`,e)}async upload(e,t,n){let r=new FormData;return r.set(`file`,t,t.name),await(await this.send(`POST`,e,r,{"Idempotency-Key":n})).json()}async download(e){return(await this.send(`GET`,e)).blob()}async json(e,t,n,r={}){let i=n===void 0?null:JSON.stringify(n);return await(await this.send(e,t,i,i===null?{}:{"Content-Type":`application/json`,...r})).json()}async send(e,t,n=null,r={}){let i;try{i=await fetch(this.server+t,{method:e,headers:{...this.headers,...r},body:n})}catch{throw Z.offline()}if(i.status===401&&this.credential===`session`&&dispatchEvent(new Event(Gt)),!i.ok)throw await Z.of(i);return i}},qt=class extends Error{constructor(e,t){super(e),this.name=`ParseError`,this.type=t.type,this.field=t.field,this.value=t.value,this.line=t.line}},Jt=10,Yt=13,Q=32,Xt=6;function Zt(e){if(typeof e==`function`)throw TypeError("`config` must be an object, got a function instead. Did you mean `createParser({onEvent: fn})`?");let{maxBufferSize:t,onComment:n,onError:r,onEvent:i,onId:a,onRetry:o}=e,s=[],c=0,l=``,u,d=``,f=0,p,m=!1,h=!1,g=!1;function ee(e){if(m)throw Error("Cannot feed parser: it was terminated after exceeding the configured max buffer size. Call `reset()` to resume parsing.");if(l!==void 0){if(e=l+e,e===``||e===`ï`||e===`ï»`){l=e;return}l=void 0,e=e.replace(/^(?:\uFEFF|\xEF\xBB\xBF)/,``)}if((h||g)&&(e=te(e),!e))return;if(!s.length){let t=ne(e);t!==``&&_(t),y();return}if(e.indexOf(`
`)===-1&&e.indexOf(`\r`)===-1){if(c<Xt&&!v(s.join(``)+e.slice(0,Xt-c))){s.length=0,c=0,h=!0;return}s.push(e),c+=e.length,y();return}s.push(e);let t=s.join(``);s.length=0,c=0,_(ne(t)),y()}function te(e){if(e.length===0)return e;if(g)return g=!1,e.charCodeAt(0)===Jt?e.slice(1):e;let t=e.indexOf(`\r`),n=e.indexOf(`
`),r=t===-1?n:n===-1||t<n?t:n;return r===-1?``:r===e.length-1&&e.charCodeAt(r)===Yt?(h=!1,g=!0,``):(h=!1,e.slice(r+(e.charCodeAt(r)===Yt&&e.charCodeAt(r+1)===Jt?2:1)))}function _(e){if(e){if(e.charCodeAt(e.length-1)===Yt){if(b(e,0,e.length-1),y())return;g=!0}else v(e)?(s.push(e),c=e.length):h=!0}}function v(e){let t=e.charCodeAt(0);return t===58&&!!n||t===100&&en(e,`data`)||t===101&&en(e,`event`)||t===105&&en(e,`id`)||t===114&&en(e,`retry`)}function y(){return m?!0:t===void 0||c+d.length<=t?!1:(m=!0,s.length=0,c=0,u=void 0,d=``,f=0,p=void 0,h=!1,g=!1,r?.(new qt(`Buffered data exceeded max buffer size of ${t} characters`,{type:`max-buffer-size-exceeded`})),!0)}function ne(e){let t=0;if(e.indexOf(`\r`)===-1){let n=e.indexOf(`
`,t);for(;n!==-1;){if(t===n){u!==void 0&&a?.(u),f>0&&i?.({id:u,event:p,data:d}),u=void 0,d=``,f=0,p=void 0,t=n+1,n=e.indexOf(`
`,t);continue}let r=e.charCodeAt(t);if(Qt(e,t,r)){let r=e.charCodeAt(t+5)===Q?t+6:t+5,o=e.slice(r,n);if(f===0&&e.charCodeAt(n+1)===Jt){u!==void 0&&a?.(u),i?.({id:u,event:p,data:o}),u=void 0,d=``,p=void 0,t=n+2,n=e.indexOf(`
`,t);continue}d=f===0?o:`${d}\n${o}`,f++}else $t(e,t,r)?p=e.slice(e.charCodeAt(t+6)===Q?t+7:t+6,n)||void 0:b(e,t,n);if(y())return``;t=n+1,n=e.indexOf(`
`,t)}return e.slice(t)}let n=e.indexOf(`\r`,t),r=e.indexOf(`
`,t);for(;t<e.length;){let i=-1;if(n!==-1&&r!==-1?i=n<r?n:r:n===-1?r!==-1&&(i=r):i=n===e.length-1?-1:n,i===-1)break;if(b(e,t,i),y())return``;t=i+1,e.charCodeAt(t-1)===Yt&&e.charCodeAt(t)===Jt&&t++,n!==-1&&n<t&&(n=e.indexOf(`\r`,t)),r!==-1&&r<t&&(r=e.indexOf(`
`,t))}return e.slice(t)}function b(e,t,r){if(t===r){re();return}let i=e.charCodeAt(t);if(Qt(e,t,i)){let n=e.charCodeAt(t+5)===Q?t+6:t+5,i=e.slice(n,r);d=f===0?i:`${d}\n${i}`,f++;return}if($t(e,t,i)){p=e.slice(e.charCodeAt(t+6)===Q?t+7:t+6,r)||void 0;return}if(i===105&&e.charCodeAt(t+1)===100&&e.charCodeAt(t+2)===58){let n=e.slice(e.charCodeAt(t+3)===Q?t+4:t+3,r);n.includes(`\0`)||(u=n);return}if(i===58){if(n){let i=e.slice(t,r);n(i.slice(e.charCodeAt(t+1)===Q?2:1))}return}let a=e.slice(t,r),o=a.indexOf(`:`);if(o===-1){x(a,``,a);return}let s=a.slice(0,o),c=a.charCodeAt(o+1)===Q?2:1;x(s,a.slice(o+c),a)}function x(e,t,n){switch(e){case`event`:p=t||void 0;break;case`data`:d=f===0?t:`${d}\n${t}`,f++;break;case`id`:t.includes(`\0`)||(u=t);break;case`retry`:/^\d+$/.test(t)?o?.(parseInt(t,10)):r?.(new qt(`Invalid \`retry\` value: "${t}"`,{type:`invalid-retry`,value:t,line:n}));break;default:r?.(new qt(`Unknown field "${e.length>20?`${e.slice(0,20)}…`:e}"`,{type:`unknown-field`,field:e,value:t,line:n}))}}function re(){u!==void 0&&a?.(u),f>0&&i?.({id:u,event:p,data:d}),u=void 0,d=``,f=0,p=void 0}function ie(e={}){if(e.consume&&s.length>0){let e=s.join(``);b(e,0,e.length)}l=``,u=void 0,d=``,f=0,p=void 0,s.length=0,c=0,m=!1,h=!1,g=!1}return{feed:ee,reset:ie}}function Qt(e,t,n){return n===100&&e.charCodeAt(t+1)===97&&e.charCodeAt(t+2)===116&&e.charCodeAt(t+3)===97&&e.charCodeAt(t+4)===58}function $t(e,t,n){return n===101&&e.charCodeAt(t+1)===118&&e.charCodeAt(t+2)===101&&e.charCodeAt(t+3)===110&&e.charCodeAt(t+4)===116&&e.charCodeAt(t+5)===58}function en(e,t){let n=1;for(;n<e.length&&n<t.length;){if(e.charCodeAt(n)!==t.charCodeAt(n))return!1;n++}return e.length<=t.length||e.charCodeAt(t.length)===58}var tn=class{constructor(){this.found=[],this.id=null,this.parser=Zt({onEvent:({id:e,event:t,data:n})=>{this.id=e??this.id,n&&this.found.push({id:this.id,name:t||`message`,data:JSON.parse(n)})}})}feed(e){return this.found=[],this.parser.feed(e),this.found}},nn=45e3,rn=500,an=1e4,on=class{constructor(e,t,n){this.api=e,this.path=t,this.listener=n,this.ended=new AbortController,this.last=null,this.wait=rn,this.run()}close(){this.ended.abort()}async run(){for(;!this.ended.signal.aborted;){try{await this.read()}catch(e){if(this.ended.signal.aborted)return;if(e instanceof Z&&!e.isPassing){this.listener.onRefused(e);return}this.listener.onLine(!1)}await this.pause()}}async read(){let e=new AbortController,t=()=>e.abort();this.ended.signal.addEventListener(`abort`,t);let n=setTimeout(t,nn);try{let r={...this.api.headers,Accept:`text/event-stream`,...this.last?{"Last-Event-ID":this.last}:{}},i=await fetch(this.api.server+this.path,{headers:r,signal:e.signal,cache:`no-store`});if(!i.ok)throw await Z.of(i);if(!i.body)throw Z.offline();this.listener.onLine(!0),this.wait=rn;let a=new tn,o=i.body.pipeThrough(new TextDecoderStream).getReader();for(let e=await o.read();!e.done;e=await o.read()){clearTimeout(n),n=setTimeout(t,nn);for(let t of a.feed(e.value))this.take(t)}}finally{clearTimeout(n),this.ended.signal.removeEventListener(`abort`,t)}}take(e){this.ended.signal.aborted||(e.id&&(this.last=e.id),this.listener.onEvent(e))}async pause(){let e=this.wait;this.wait=Math.min(this.wait*2,an),await new Promise(t=>{let n=()=>{clearTimeout(r),removeEventListener(`online`,n),t()},r=setTimeout(n,e*(.75+Math.random()/2));addEventListener(`online`,n)})}};function sn(){return[...crypto.getRandomValues(new Uint8Array(16))].map(e=>e.toString(16).padStart(2,`0`)).join(``)}var cn=class{constructor(){this.status=`open`,this.consent=null,this.failures=0,this.pending=null,this.handoff=null,this.turns=new Map,this.said=new Map,this.streaming=new Map,this.running=new Set,this.calls=new Map}get messages(){return[...this.said.values()].sort((e,t)=>e.seq-t.seq)}get drafts(){return[...this.streaming].map(([e,t])=>({id:e,text:t}))}get isAnswering(){return this.status===`open`&&this.running.size>0}get answeringTurn(){return this.isAnswering?[...this.running][0]??null:null}callsOf(e){return e?this.turns.get(e)?.tool_calls??this.calls.get(e)??[]:[]}callsToldBy(e){return this.messages.findLast(t=>t.turn_id===e.turn_id&&t.role===`assistant`)?.id===e.id?this.callsOf(e.turn_id):[]}add(e){let t=!this.said.has(e.id);return this.said.set(e.id,e),this.streaming.delete(e.id),t}apply(e){switch(e.name){case`message.completed`:{let t=e.data;return this.add(t)?t:null}case`message.delta`:{let{message_id:t,text:n}=e.data;return this.said.has(t)||this.streaming.set(t,(this.streaming.get(t)??``)+n),null}case`turn.started`:return this.begin(e.data.id),null;case`turn.completed`:return this.finish(e.data),null;case`tool.completed`:{let{turn_id:t,...n}=e.data;return this.calls.set(t,[...this.calls.get(t)??[],n]),null}case`handoff.updated`:return this.handoff=e.data,null;case`conversation.updated`:return this.update(e.data),null;default:return null}}begin(e){this.turns.has(e)||this.running.add(e)}finish(e){this.turns.set(e.id,e),this.running.delete(e.id),this.calls.delete(e.id),this.streaming.clear()}update(e){e.status&&(this.status=e.status),e.failures!==void 0&&(this.failures=e.failures),e.consent!==void 0&&(this.consent=e.consent),e.pending_action!==void 0&&(this.pending=e.pending_action)}};function ln(e,t,n){return`supportgraph:${e}:${un(t)||`guest`}:${n}`}function un(e){try{let t=JSON.parse(atob((e.split(`.`)[1]??``).replaceAll(`-`,`+`).replaceAll(`_`,`/`)));return String(t.sub??``)}catch{return``}}function dn(e){try{return JSON.parse(sessionStorage.getItem(e)??`null`)}catch{return null}}function fn(e,t){try{t?sessionStorage.setItem(e,JSON.stringify(t)):sessionStorage.removeItem(e)}catch{return}}var pn=e=>({key:sn(),text:e,state:`sending`,mayHaveArrived:!0,problem:``}),mn=250,hn=/\[[A-Z_]+_\d+\]/,gn=class{constructor(e,t,n){this.visitor=e,this.changed=t,this.refused=n,this.transcript=new cn,this.outgoing=[],this.isOnline=null,this.problem=``,this.notice=``,this.busyAction=``,this.draft=``,this.stopping=``,this.rating=null,this.offerId=``,this.helpful=new Map,this.written=new Map,this.clear=new Map,this.id=``,this.stream=null,this.isReplaying=!1,this.isLeft=!1,this.starting=null,this.api=new Kt(e.server),this.key=ln(e.server,e.customerToken,e.region)}renew(e){return ln(e.server,e.customerToken,e.region)===this.key&&(this.visitor=e,!0)}get isStarted(){return this.id!==``}get isClosed(){return this.transcript.status===`closed`}get wasOpen(){return dn(this.key)?.isOpen??!1}keepOpen(e){let t=dn(this.key);t&&fn(this.key,{...t,isOpen:e})}resume(){let e=dn(this.key);return e&&!this.isStarted&&(this.isReplaying=!0,this.follow(e.id,e.token)),this.isStarted}start(){return this.resume()?Promise.resolve():(this.starting??=this.openNew().finally(()=>{this.starting=null,this.changed(null)}),this.starting)}get isStarting(){return this.starting!==null}async openNew(){this.problem=``;let{server:e,customerToken:t,region:n,locale:r,pageKind:i}=this.visitor;try{let a=await new Kt(e).post(`/v1/conversations`,{...t?{customer_token:t}:{},...n?{region:n}:{},...r?{locale:r}:{},...this.offerId?{offer_id:this.offerId}:{},page:{url:location.origin+location.pathname,title:document.title.slice(0,200),...i?{kind:i}:{}}});fn(this.key,{id:a.id,token:a.token,isOpen:!0});for(let e of a.messages)this.transcript.add(e);this.follow(a.id,a.token)}catch(e){this.problem=Wt(e)}}async say(e){let t=pn(e);this.outgoing=[...this.outgoing,t],this.notice=``,await this.send(t)}async send(e){this.change(e,{state:`sending`,mayHaveArrived:!0,problem:``});try{await this.ensureStarted(),this.take(await this.api.post(this.path(`messages`),{text:e.text,client_message_id:e.key})),this.outgoing=this.outgoing.filter(t=>t.key!==e.key),this.changed(null)}catch(t){t instanceof Z&&t.code===`conversation_closed`&&this.transcript.update({status:`closed`});let n=t instanceof Z&&t.isPassing;this.change(e,{state:`failed`,mayHaveArrived:n,problem:Wt(t)})}}clearOf(e){let t=e.actions.find(e=>e.kind===`confirm`)?.value??``;return!t||!hn.test(e.text)?[]:(this.clear.has(t)||(this.clear.set(t,[]),this.api.get(this.path(`pending-action`)).then(({id:e,values:n})=>{e===t&&this.clear.set(t,Object.values(n)),this.changed(null)}).catch(()=>void 0)),this.clear.get(t)??[])}asWritten(e){if(e.role!==`agent`&&this.transcript.turns.get(e.turn_id??``)?.outcome!==`action_refused`||!hn.test(e.text))return e.text;this.written.has(e.id)||(this.written.set(e.id,{}),this.api.get(this.path(`messages/${e.id}/values`)).then(({values:t})=>{this.written.set(e.id,t),this.changed(null)}).catch(()=>void 0));let t=this.written.get(e.id)??{};return Object.entries(t).reduce((e,[t,n])=>e.replaceAll(t,()=>n),e.text)}async act(e,t){this.busyAction||(this.busyAction=e,await this.call(async()=>{await this.ensureStarted();let n={name:e,arguments:{quote_id:t}};this.take(await this.api.post(this.path(`messages`),{action:n,client_message_id:sn()}))}),this.busyAction=``,this.changed(null))}async stop(){let e=this.transcript.answeringTurn;e&&this.stopping!==e&&(this.stopping=e,await this.call(async()=>{try{await this.api.post(this.path(`turns/${e}/stop`))}catch(e){if(!(e instanceof Z)||e.code!==`turn_already_done`)throw e}}),this.stopping=``)}askForPerson(){return this.call(()=>this.api.post(this.path(`handoff`)))}async agree(e){await this.call(async()=>{await this.api.put(this.path(`consent`),{granted:e}),this.transcript.update({consent:e}),this.notice=e?W.consentGiven:W.consentRefused});let t=this.transcript.messages.findLast(e=>e.role===`customer`),n=this.transcript.turns.get(t?.turn_id??``)?.outcome;e&&!this.problem&&t&&n===`asked_for_consent`&&await this.say(t.text)}async rateAnswer(e,t){this.helpful.set(e,t),await this.call(()=>this.api.post(`/v1/messages/${e}/feedback`,{helpful:t}))}async rate(e,t){await this.call(async()=>{await this.api.post(this.path(`csat`),{score:e,...t?{comment:t}:{}}),this.rating=e})}async close(){await this.call(async()=>{await this.api.post(this.path(`close`)),this.transcript.update({status:`closed`,pending_action:null})})}forget(){this.hangUp(),fn(this.key,null)}hangUp(){this.isLeft=!0,this.stream?.close(),this.stream=null}async ensureStarted(){if(this.isStarted||await this.start(),!this.isStarted)throw Z.offline()}path(e){return`/v1/conversations/${this.id}/${e}`}follow(e,t){this.isLeft||(this.id=e,this.api=new Kt(this.visitor.server,t),this.stream=new on(this.api,`${this.path(`events`)}?after=0`,{onEvent:e=>this.hear(e),onLine:e=>{this.isOnline=e,this.changed(null)},onRefused:()=>this.refused()}))}hear(e){let t=this.transcript.apply(e);t?.role===`customer`&&this.match(),this.isReplaying&&this.awaitQuiet(),this.changed(this.isReplaying?null:t)}match(){let e=this.outgoing.find(e=>e.mayHaveArrived);this.outgoing=this.outgoing.filter(t=>t!==e)}awaitQuiet(){clearTimeout(this.quiet),this.quiet=setTimeout(()=>{this.isReplaying=!1,this.changed(null)},mn)}take(e){for(let t of e.messages)this.transcript.add(t)&&this.changed(t);this.transcript.finish(e.turn),this.transcript.update(e.conversation)}change(e,t){this.outgoing=this.outgoing.map(n=>n.key===e.key?{...n,...t}:n),this.changed(null)}async call(e){this.problem=``;try{await e()}catch(e){this.problem=Wt(e)}this.changed(null)}},_n=`support-page-error`,vn=`supportgraph:offers`,yn=1,bn=class{constructor(e,t){this.about=e,this.changed=t,this.offer=null,this.made=``,this.seconds=0,this.errors=0,this.visits=1,this.askAt=null,this.isAsking=!1,this.fail=()=>{this.errors+=1,this.ask()}}start(){if(this.ticking)return;let e=Sn();this.visits=(e.visits[location.pathname]??0)+1,Cn({...e,visits:{...e.visits,[location.pathname]:this.visits}}),this.askAt=e.isDismissed?null:yn,this.ticking=setInterval(()=>this.tick(),1e3),window.addEventListener(_n,this.fail)}stop(){clearInterval(this.ticking),this.ticking=void 0,window.removeEventListener(_n,this.fail),this.hide()}take(){return this.stop(),this.made}dismiss(){let{made:e}=this;Cn({...Sn(),isDismissed:!0}),this.askAt=null,this.hide(),this.post({dismissed:e}).catch(()=>void 0)}hide(){this.offer&&(this.offer=null,this.changed())}tick(){document.visibilityState===`visible`&&(this.seconds+=1,this.askAt!==null&&this.seconds>=this.askAt&&this.ask())}async ask(){if(!(this.isAsking||this.offer)){this.isAsking=!0,this.askAt=null;try{let e=await this.post({});this.askAt=e.ask_again_in===null?null:this.seconds+e.ask_again_in,this.made=e.offer?.id??e.held_out??this.made,this.ticking&&(this.offer=e.offer),this.offer&&this.changed()}catch{this.askAt=null}this.isAsking=!1}}post(e){let{server:t,customerToken:n,region:r,locale:i,kind:a,cartValue:o,visitorId:s}=this.about(),[c,l]=o.split(` `);return new Kt(t).post(`/v1/offers`,{page:{url:location.origin+location.pathname,...a?{kind:a}:{},dwell_seconds:this.seconds,visits:this.visits,errors:this.errors,...c&&l?{cart_value:{amount:c,currency:l}}:{}},visitor_id:s||Sn().visitor,...r?{region:r}:{},...i?{locale:i}:{},...n?{customer_token:n}:{},...e})}},xn=null;function Sn(){let e={visitor:sn(),visits:{},isDismissed:!1};try{let t=sessionStorage.getItem(vn);if(t)return{...e,...JSON.parse(t)}}catch{}return xn??e}function Cn(e){xn=e;try{sessionStorage.setItem(vn,JSON.stringify(e))}catch{return}}var $=class extends P{constructor(...e){super(...e),this.server=``,this.region=``,this.locale=ot(),this.customerToken=``,this.offers=!1,this.pageKind=``,this.cartValue=``,this.visitorId=``,this.isOpen=!1,this.version=0,this.unread=0,this.preview=``,this.conversation=null,this.pageOffers=new bn(()=>({...this.visitor,kind:this.pageKind,cartValue:this.cartValue,visitorId:this.visitorId}),()=>this.version+=1)}static{this.styles=[Ye,V,o`
      :host {
        position: fixed;
        inset-block-end: 20px;
        inset-inline-end: 20px;
        z-index: 2147483000;
        font-size: 15px;
      }
      .launcher {
        display: grid;
        place-items: center;
        inline-size: 60px;
        block-size: 60px;
        border: 0;
        border-radius: 50%;
        background: var(--accent);
        color: var(--on-accent);
        box-shadow: var(--shadow);
        transition: transform 120ms ease;
      }
      .launcher:hover {
        transform: translateY(-2px);
      }
      .unread {
        position: absolute;
        inset-block-start: -4px;
        inset-inline-end: -4px;
        min-inline-size: 22px;
        padding: 1px 6px;
        border-radius: 999px;
        background: var(--danger);
        color: var(--surface);
        font-size: 13px;
        font-weight: 700;
      }
      .preview {
        position: absolute;
        inset-block-end: 72px;
        inset-inline-end: 0;
        inline-size: 260px;
        padding: 10px 14px;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        box-shadow: var(--shadow);
        text-align: start;
      }
      chat-panel {
        position: fixed;
        inset-block-end: 20px;
        inset-inline-end: 20px;
        inline-size: 384px;
        block-size: min(640px, calc(100dvh - 40px));
      }
      @media (max-width: 520px) {
        chat-panel {
          inset: 0;
          inline-size: 100%;
          block-size: 100dvh;
          --panel-radius: 0;
        }
      }
    `]}willUpdate(e){[`server`,`region`,`locale`,`customerToken`].some(t=>e.has(t))&&this.meet(),e.has(`offers`)&&this.watchPage()}disconnectedCallback(){super.disconnectedCallback(),this.pageOffers.stop(),this.conversation?.hangUp(),this.conversation=null}connectedCallback(){super.connectedCallback(),this.hasUpdated&&(this.meet(),this.watchPage())}open(){this.isOpen=!0,this.unread=0,this.preview=``,this.conversation?.keepOpen(!0);let e=this.pageOffers.take();this.conversation&&(this.conversation.offerId=e),this.conversation?.start(),this.updateComplete.then(()=>this.panel?.focusComposer())}watchPage(){this.offers&&!this.isOpen&&!this.conversation?.isStarted?this.pageOffers.start():this.pageOffers.stop()}async takeOffer(e){let{conversation:t}=this;this.open(),await t?.start(),e.kind===`handoff`&&await t?.askForPerson()}dismissOffer(){this.pageOffers.dismiss(),this.launcher.focus()}close(){this.isOpen=!1,this.conversation?.keepOpen(!1),this.updateComplete.then(()=>this.launcher.focus())}meetAnew(){this.conversation?.forget(),this.conversation=null,this.meet(),this.updateComplete.then(()=>this.panel?.focusComposer())}get visitor(){let{server:e,customerToken:t,region:n,locale:r,pageKind:i}=this;return{server:e,customerToken:t,region:n,locale:r,pageKind:i}}meet(){let{visitor:e}=this;if(this.conversation?.renew(e))return;this.conversation?.hangUp();let t=new gn(e,e=>{t===this.conversation&&this.hear(e)},()=>{t===this.conversation&&this.meetAnew()});this.conversation=t,this.unread=0,this.preview=``,this.version+=1,t.wasOpen&&(this.isOpen=!0),this.isOpen?t.start():t.resume()}hear(e){this.version+=1,e&&e.role!==`customer`&&(this.isOpen?this.panel?.announce(e):(this.unread+=1,this.preview=`${e.author.name}: ${e.text.slice(0,90)}`))}get launcherName(){return this.unread?W.openWithNews(this.unread):W.open}render(){if(this.isOpen&&this.conversation)return O`${qe(this.conversation,O`<chat-panel
          .conversation=${this.conversation}
          .version=${this.version}
          .locale=${this.locale}
          @chat-close=${()=>this.close()}
          @chat-new=${()=>this.meetAnew()}
        ></chat-panel>`)}`;let{offer:e}=this.pageOffers;return O`
      <div class="visually-hidden" aria-live="polite">${e?.text}</div>
      ${e&&!this.preview?O`<chat-offer
            .offer=${e}
            @offer-take=${e=>this.takeOffer(e.detail)}
            @offer-dismiss=${()=>this.dismissOffer()}
          ></chat-offer>`:A}
      ${this.preview?O`<button class="preview small" @click=${()=>this.open()}>${this.preview}</button>`:A}
      <button class="launcher" aria-label=${this.launcherName} aria-haspopup="dialog" @click=${()=>this.open()}>
        ${H(`chat`,28)}${this.unread?O`<span class="unread" aria-hidden="true">${this.unread}</span>`:A}
      </button>
    `}};G([I()],$.prototype,`server`,void 0),G([I()],$.prototype,`region`,void 0),G([I()],$.prototype,`locale`,void 0),G([I({attribute:`customer-token`})],$.prototype,`customerToken`,void 0),G([I({type:Boolean})],$.prototype,`offers`,void 0),G([I({attribute:`page-kind`})],$.prototype,`pageKind`,void 0),G([I({attribute:`cart-value`})],$.prototype,`cartValue`,void 0),G([I({attribute:`visitor-id`})],$.prototype,`visitorId`,void 0),G([L()],$.prototype,`isOpen`,void 0),G([L()],$.prototype,`version`,void 0),G([L()],$.prototype,`unread`,void 0),G([L()],$.prototype,`preview`,void 0),G([R(`.launcher`)],$.prototype,`launcher`,void 0),G([R(`chat-panel`)],$.prototype,`panel`,void 0),$=G([F(`support-chat`)],$);var wn=document.currentScript instanceof HTMLScriptElement?document.currentScript:null;function Tn(){let e=wn?new URL(wn.src).origin:location.origin,t=e===location.origin?``:e,n=document.querySelector(`support-chat`),r=n??document.createElement(`support-chat`);t&&!r.hasAttribute(`server`)&&r.setAttribute(`server`,t);for(let e of[`server`,`region`,`locale`,`customer-token`,`page-kind`,`cart-value`,`visitor-id`]){let t=wn?.getAttribute(`data-${e}`);t&&!r.hasAttribute(e)&&r.setAttribute(e,t)}wn?.hasAttribute(`data-offers`)&&r.setAttribute(`offers`,``),n||document.body.append(r)}document.readyState===`loading`?document.addEventListener(`DOMContentLoaded`,Tn,{once:!0}):Tn()})();