//! Pictures of solutions: decoded once, when they are first seen.

use super::look::Look;
use bevy_egui::egui::{
    ColorImage, CornerRadius, Id, Image, Pos2, Rect, TextureHandle, TextureOptions, Ui, Vec2, load::SizedTexture, pos2, vec2,
};

/// Draws the picture of a solution in a space of that size, as much of it as fits; nothing where there is none.
pub fn show(look: &Look, id: &str, ui: &mut Ui, size: Vec2) {
    let Some(texture) = texture(look, id, ui) else { return };
    let [width, height] = texture.size().map(|side| side as f32);
    // The middle of the picture fills the space.
    let share = vec2((size.x / size.y * height / width).min(1.0), (width / height * size.y / size.x).min(1.0));
    let corner: Pos2 = pos2((1.0 - share.x) / 2.0, (1.0 - share.y) / 2.0);
    let image = Image::from_texture(SizedTexture::new(texture.id(), size)).uv(Rect::from_min_size(corner, share));
    ui.add(image.corner_radius(CornerRadius::same(6)).fit_to_exact_size(size));
}

fn texture(look: &Look, id: &str, ui: &Ui) -> Option<TextureHandle> {
    let key = Id::new(("picture of a solution", id));
    if let Some(known) = ui.data(|data| data.get_temp::<Option<TextureHandle>>(key)) {
        return known;
    }
    let decoded = look.solutions.picture(id).and_then(|bytes| image::load_from_memory(bytes).ok());
    let loaded = decoded.map(|picture| {
        let pixels = picture.to_rgba8();
        let size = [pixels.width() as usize, pixels.height() as usize];
        ui.ctx().load_texture(id, ColorImage::from_rgba_unmultiplied(size, &pixels), TextureOptions::LINEAR)
    });
    ui.data_mut(|data| data.insert_temp(key, loaded.clone()));
    loaded
}
