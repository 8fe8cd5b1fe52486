use tiyao_browser_tests::page::{PLACES, with_page};
use tiyao_browser_tests::session::Look;

#[tokio::test]
async fn nothing_overflows_on_any_width_in_either_colour() {
    for place in PLACES {
        for width in [360, 800, 1600] {
            for dark in [false, true] {
                with_page(place, Look { width, dark }, move |page| async move {
                    assert_eq!(page.overflow().await?, 0, "the empty page at {width}");
                    for name in ["zhoukou-2017", "chongqing-2022"] {
                        page.sample(name).await?;
                        assert_eq!(page.overflow().await?, 0, "{name} at {width}");
                        if width < 700 {
                            page.click("#tab-digest").await?;
                            assert_eq!(page.overflow().await?, 0, "the digest of {name} at {width}");
                        }
                        page.close().await?;
                    }
                    let ground = page.element("body").await?.css_value("background-color").await?;
                    let brightness: u32 =
                        ground.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse::<u32>().ok()).take(3).sum();
                    assert_eq!(brightness < 384, dark, "the ground is {ground}");
                    Ok(())
                })
                .await;
            }
        }
    }
}
