"""The elements and attributes of SVG that draw: nothing else is part of a published drawing."""

_ELEMENTS = """
svg g defs symbol use switch title desc style path rect circle ellipse line polyline polygon text tspan textPath
image linearGradient radialGradient stop pattern clipPath mask marker filter view animate animateTransform
animateMotion mpath set feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feImage
feMerge feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
"""

_ATTRIBUTES = """
id class style lang role tabindex width height x y x1 y1 x2 y2 cx cy r rx ry fx fy fr d points dx dy rotate
textLength lengthAdjust startOffset method spacing side pathLength viewBox preserveAspectRatio transform
transform-origin version gradientUnits gradientTransform spreadMethod offset patternUnits patternContentUnits
patternTransform clipPathUnits maskUnits maskContentUnits markerUnits markerWidth markerHeight refX refY orient
filterUnits primitiveUnits requiredFeatures requiredExtensions systemLanguage type media

in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode
kernelUnitLength preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent scale
xChannelSelector yChannelSelector azimuth elevation z pointsAtX pointsAtY pointsAtZ limitingConeAngle stdDeviation
tableValues slope intercept amplitude exponent baseFrequency numOctaves seed stitchTiles radius

attributeName attributeType begin dur end min max restart repeatCount repeatDur fill calcMode keyTimes keySplines
keyPoints from to by additive accumulate path origin

alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation color-interpolation-filters
color-rendering cursor direction display dominant-baseline enable-background fill-opacity fill-rule filter
flood-color flood-opacity font font-family font-feature-settings font-kerning font-size font-size-adjust
font-stretch font-style font-variant font-variation-settings font-weight glyph-orientation-horizontal
glyph-orientation-vertical image-rendering inline-size isolation kerning letter-spacing lighting-color line-height
marker marker-end marker-mid marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events
shape-inside shape-padding shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-align text-anchor text-decoration
text-overflow text-rendering text-transform unicode-bidi vector-effect visibility white-space word-spacing
writing-mode
"""

ELEMENTS = frozenset(_ELEMENTS.split())

ANIMATIONS = frozenset({"animate", "animateTransform", "animateMotion", "set"})

ATTRIBUTES = frozenset(_ATTRIBUTES.split())
"""Of elements, filters, animation, and the styles that may stand as attributes; `aria-…` may too."""
