// Panels and letters over the picture, mixed in gamma space as egui expects. Polynomials instead of powers: on software
// rendering a panel costs a third of what it did.

struct Placement {
    scale: vec2<f32>,
    translation: vec2<f32>,
}

struct Varying {
    @builtin(position) position: vec4<f32>,
    @location(0) colour: vec4<f32>,
    @location(1) uv: vec2<f32>,
}

@group(0) @binding(0) var<uniform> placement: Placement;

#ifdef BINDLESS
@group(1) @binding(0) var images: binding_array<texture_2d<f32>>;
@group(1) @binding(1) var samplers: binding_array<sampler>;

struct Which {
    index: u32,
}
var<immediate> which: Which;
#else
@group(1) @binding(0) var image: texture_2d<f32>;
@group(1) @binding(1) var image_sampler: sampler;
#endif

// Within 0.2 % of the sRGB curve, and exact at 0 and 1.
fn gamma_from_linear(linear: vec3<f32>) -> vec3<f32> {
    let root2 = sqrt(linear);
    let root4 = sqrt(root2);
    let root8 = sqrt(root4);
    return saturate(0.662002687 * root2 + 0.684122060 * root4 - 0.323583601 * root8 - 0.0225411470 * linear);
}

fn linear_from_gamma(gamma: vec3<f32>) -> vec3<f32> {
    return gamma * (gamma * (gamma * 0.305306011 + 0.682171111) + 0.012522878);
}

@vertex
fn vs_main(@location(0) position: vec2<f32>, @location(1) uv: vec2<f32>, @location(2) colour: vec4<f32>) -> Varying {
    return Varying(vec4(position * placement.scale + placement.translation, 0.0, 1.0), colour, uv);
}

@fragment
fn fs_main(in: Varying) -> @location(0) vec4<f32> {
#ifdef BINDLESS
    let texel = textureSample(images[which.index], samplers[which.index], in.uv);
#else
    let texel = textureSample(image, image_sampler, in.uv);
#endif
    let mixed = vec4(gamma_from_linear(texel.rgb), texel.a) * in.colour;
    return vec4(linear_from_gamma(mixed.rgb), mixed.a);
}
