// Everything solid and wet: ground, streets, walls with windows, roofs, water. Two qualities of the same look:
// lite lights vertices (software rendering, weak adapters), FULL lights pixels, with shadows and reflections.
#import bevy_pbr::mesh_bindings::mesh
#import bevy_pbr::mesh_view_bindings::view
#import bevy_pbr::view_transformations::position_world_to_clip
#import aimaq::daylight::{Daylight, linear_from_srgb, matt, sky, through_haze}
#ifdef FULL
#import bevy_pbr::shadows::fetch_directional_shadow
#import bevy_pbr::mesh_view_bindings::lights
#endif

@group(#{MATERIAL_BIND_GROUP}) @binding(0) var<uniform> light: Daylight;
// x: how solid the layer is, 0 to 1; y: one over the side of the picture on the ground; z: how calm what is not proposed is, 0 to 1
@group(#{MATERIAL_BIND_GROUP}) @binding(1) var<uniform> look: vec4<f32>;

#ifdef PAINTED
// sRGB with opacity multiplied in; the colour of the vertices shows through
@group(#{MATERIAL_BIND_GROUP}) @binding(2) var picture: texture_2d<f32>;
@group(#{MATERIAL_BIND_GROUP}) @binding(3) var picture_sampler: sampler;
#ifdef SHEET
// xy: where the picture's north-western corner lies (x and z of engine space); z: one over its side
@group(#{MATERIAL_BIND_GROUP}) @binding(4) var<uniform> laid: vec4<f32>;
#endif
#endif

struct Vertex {
    @builtin(instance_index) instance: u32,
    @location(0) position: vec3<f32>,
    @location(1) normal: vec4<f32>,
    @location(2) colour: vec4<f32>,
    @location(3) detail: vec2<f32>,
}

struct Varying {
    @builtin(position) clip: vec4<f32>,
    @location(0) colour: vec4<f32>,
#ifdef PIXELS
    @location(1) world: vec3<f32>,
    @location(2) normal: vec3<f32>,
#endif
#ifdef FACADE
    @location(3) detail: vec2<f32>,
    @location(4) mark: vec2<f32>,
#endif
#ifdef PAINTED
    @location(5) place: vec2<f32>,
    @location(6) lit: vec3<f32>,
    @location(7) air: vec3<f32>,
#endif
}

#ifdef FULL
// A colour that steps back: greyer, and nearer to the others.
fn calmed(colour: vec3<f32>, amount: f32) -> vec3<f32> {
    let grey = dot(colour, vec3(0.2126, 0.7152, 0.0722));
    return mix(colour, vec3(mix(grey, 0.62, 0.3)), amount);
}
#endif

@vertex
fn vertex(in: Vertex) -> Varying {
    var out: Varying;
    // Meshes are moved, never turned or scaled; reading nine numbers less a vertex counts in software rendering.
    let shift = vec3(
        mesh[in.instance].world_from_local[0].w,
        mesh[in.instance].world_from_local[1].w,
        mesh[in.instance].world_from_local[2].w,
    );
    var world = in.position + shift;
#ifdef FLOOD
    // Far ground is drawn as coarsely as pixels are: water that lay under it by a metre there stands about a pixel higher instead.
    world.y += 0.0006 * length(world - view.world_position);
#endif
    out.clip = position_world_to_clip(world);
    let albedo = linear_from_srgb(in.colour.rgb);
    let normal = normalize(in.normal.xyz);
#ifdef PIXELS
#ifdef FULL
    // The fourth of the normal marks what is proposed.
    out.colour = vec4(calmed(albedo, look.z * (1.0 - in.normal.w)), 1.0);
#else
    out.colour = vec4(albedo, 1.0);
#endif
#ifdef FLOOD
    // How much the water hides of what lies below it.
    out.colour.a = in.colour.a;
#endif
    out.world = world;
    out.normal = normal;
#else
    out.colour = vec4(through_haze(light, albedo * matt(light, normal, 1.0), view.world_position, world), 1.0);
#endif
#ifdef PAINTED
    out.colour = vec4(in.colour.rgb, 1.0);
#ifdef SHEET
    out.place = (world.xz - laid.xy) * laid.z;
#else
    out.place = in.position.xz * look.y + 0.5;
#endif
#ifndef PIXELS
    // Haze over a black surface is the air's own light; what haze leaves of a white one is what it lets through.
    out.air = through_haze(light, vec3(0.0), view.world_position, world);
    out.lit = matt(light, normal, 1.0) * (through_haze(light, vec3(1.0), view.world_position, world) - out.air);
#endif
#endif
#ifdef FACADE
    out.detail = in.detail;
    let distance = length(world - view.world_position);
    out.mark = vec2(in.colour.a, exp2(-distance / light.zenith.w));
#endif
#ifdef SHADE
    out.colour = vec4(0.0, 0.0, 0.0, in.colour.a * exp2(-length(world - view.world_position) / light.zenith.w));
#endif
    return out;
}

#ifdef FACADE
fn random(cell: vec2<f32>) -> f32 {
    return fract(sin(dot(cell, vec2(12.9898, 78.233))) * 43758.5453);
}

struct Window {
    // how much of the pixel is glass
    glass: f32,
    // how bright it is from inside
    lit: f32,
}

// One window a bay and storey; where they grow smaller than a pixel their average stays.
fn window(detail: vec2<f32>, lit_share: f32) -> Window {
    let cell = floor(detail);
    let within = detail - cell;
    let pixel = max(fwidth(detail), vec2(0.0001));
    let low = clamp((within - vec2(0.26, 0.30)) / pixel + 0.5, vec2(0.0), vec2(1.0));
    let high = clamp((vec2(0.74, 0.80) - within) / pixel + 0.5, vec2(0.0), vec2(1.0));
    let crisp = low.x * low.y * high.x * high.y;
    let near = clamp(1.6 - 1.6 * max(pixel.x, pixel.y), 0.0, 1.0);
    var out: Window;
    out.glass = mix(0.24, crisp, near);
    out.lit = step(1.0 - lit_share * light.sun.w, random(cell));
    return out;
}
#endif

@fragment
fn fragment(in: Varying) -> @location(0) vec4<f32> {
#ifdef SHADE
    return vec4(in.colour.rgb, in.colour.a * look.x);
#else
#ifdef PAINTED
    // A little sharper than the rule: ground is seen at a low angle, where the rule blurs across the look.
    let paint = textureSampleBias(picture, picture_sampler, in.place, -0.7);
#ifdef SHEET
    // The ground itself is drawn already: here is what lies on it, as solid as the picture has it.
    let albedo = linear_from_srgb(paint.rgb / max(paint.a, 0.004));
    let solid = paint.a;
#else
    let painted = linear_from_srgb(paint.rgb + in.colour.rgb * (1.0 - paint.a));
    let solid = look.x;
#ifdef FULL
    let albedo = calmed(painted, look.z);
#else
    let albedo = painted;
#endif
#endif
#else
    let albedo = in.colour.rgb;
    let solid = look.x;
#endif
#ifdef PIXELS
    let eye = view.world_position;
    let toward_eye = normalize(eye - in.world);
    let normal = normalize(in.normal);
    var sunlight = 1.0;
#ifdef FULL
    let view_z = dot(vec4(view.view_from_world[0].z, view.view_from_world[1].z, view.view_from_world[2].z, view.view_from_world[3].z), vec4(in.world, 1.0));
    if lights.n_directional_lights > 0u {
        sunlight = fetch_directional_shadow(0u, vec4(in.world, 1.0), normal, view_z, in.clip.xy);
    }
#endif
#endif

#ifdef WATER
    // Slow waves bend the mirror a little; the flatter the look, the more sky.
    var wave = vec2(0.0);
#ifdef FULL
    wave = vec2(
        sin(in.world.x * 0.21 + in.world.z * 0.13 + light.horizon.w * 0.9) + sin(in.world.x * 0.07 - in.world.z * 0.19 - light.horizon.w * 0.6),
        sin(in.world.z * 0.23 - in.world.x * 0.11 + light.horizon.w * 0.8) + sin(in.world.z * 0.06 + in.world.x * 0.17 + light.horizon.w * 0.5),
    ) * 0.012;
#endif
    let mirror_normal = normalize(normal + vec3(wave.x, 0.0, wave.y));
    let mirrored = reflect(-toward_eye, mirror_normal);
    let fresnel = 0.03 + 0.97 * pow(1.0 - max(dot(toward_eye, mirror_normal), 0.0), 5.0);
    let body = in.colour.rgb * matt(light, vec3(0.0, 1.0, 0.0), mix(0.55, 1.0, sunlight));
    let glint = pow(max(dot(mirrored, light.sun.xyz), 0.0), 240.0) * 1.6 * sunlight * light.sun_colour.w;
    let wet = mix(body, sky(light, vec3(mirrored.x, abs(mirrored.y), mirrored.z)), fresnel) + light.sun_colour.rgb * glint;
#ifdef FLOOD
    // Where it mirrors the sky less is seen through it.
    return vec4(through_haze(light, wet, eye, in.world), mix(in.colour.a, sqrt(in.colour.a), fresnel));
#else
    return vec4(through_haze(light, wet, eye, in.world), look.x);
#endif
#else
#ifdef FACADE
    let window = window(in.detail, in.mark.x * 2.0);
#ifdef FULL
    // Walls see less of the sky the lower they are.
    let foot = 1.0 - 0.3 * exp2(-1.5 * max(in.detail.y, 0.0));
#else
    let foot = 0.86 + 0.14 * clamp(in.detail.y, 0.0, 1.0);
#endif
    let warm = vec3(1.0, 0.72, 0.38);
#ifdef PIXELS
    let mirrored = reflect(-toward_eye, normal);
    let reflection = sky(light, vec3(mirrored.x, abs(mirrored.y), mirrored.z)) * 0.42;
    let wall = in.colour.rgb * matt(light, normal, sunlight) * foot;
    let pane = mix(vec3(0.05, 0.065, 0.085) * matt(light, normal, sunlight) + reflection * 0.6, warm, window.lit);
    return vec4(through_haze(light, mix(wall, pane, window.glass), eye, in.world), look.x);
#else
    let pane = mix(in.colour.rgb * vec3(0.42, 0.47, 0.54), warm * in.mark.y + in.colour.rgb * (1.0 - in.mark.y), window.lit);
    return vec4(mix(in.colour.rgb * mix(1.0, foot, in.mark.y), pane, window.glass * in.mark.y), look.x);
#endif
#else
#ifdef PIXELS
    return vec4(through_haze(light, albedo * matt(light, normal, sunlight), eye, in.world), solid);
#else
#ifdef PAINTED
    return vec4(albedo * in.lit + in.air, solid);
#else
    return vec4(albedo, solid);
#endif
#endif
#endif
#endif
#endif
}
